import type { EngineProcess } from './engine-process.ts';

/** Something that a supervisor can start, and start again on the same port and data after it has ended. */
export interface EngineService {
  name: string;
  /**
   * Starts it and answers when it is ready for work.
   *
   * @param spawned told at once which process it is, so that it can be stopped while it still starts
   */
  start: (spawned?: (process: EngineProcess) => void) => Promise<EngineProcess>;
}

/** Starts services one after the other; when one fails, those before it are stopped. */
export async function startAll(services: readonly EngineService[]): Promise<EngineProcess[]> {
  const running: EngineProcess[] = [];
  try {
    for (const service of services) running.push(await service.start());
    return running;
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

/** Last started, first stopped. */
export async function stopAll(running: readonly EngineProcess[]): Promise<void> {
  for (const process of [...running].reverse()) await process.stop();
}
