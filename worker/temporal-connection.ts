import { Connection } from '@temporalio/client';

/** For commands that are given by hand: says at once where nobody answers. */
export async function connectTemporal(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Temporal does not answer at ${address}: ${reason}`, { cause: error });
  }
}
