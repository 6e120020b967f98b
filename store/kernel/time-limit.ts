import { StoreUnavailable } from '../store-errors.ts';

/** Milliseconds that one call to the store may take in all. */
export const callTimeout = 5_000;

/** The call's result, or StoreUnavailable after `milliseconds`; what the call still does then is not known. */
export async function within<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([call(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
