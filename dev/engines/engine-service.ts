import type { EngineProcess } from './engine-process.ts';
import { EndedWhileStarting } from './ready-wait.ts';

/** Something that a supervisor can start, and start again on the same port and data after it has ended. */
export interface EngineService {
  name: string;
  /** How often its first start is tried when it ends by itself; absent: once. */
  firstStarts?: number;
  /**
   * Starts it and answers when it is ready for work.
   *
   * @param spawned told at once which process it is, so that it can be stopped while it still starts
   */
  start: (spawned?: (process: EngineProcess) => void) => Promise<EngineProcess>;
}

/** The first start of a service by `launch`, which is tried again as the service says, while `isWanted`. */
export async function startFirst<T>(
  { firstStarts = 1 }: Pick<EngineService, 'firstStarts'>,
  launch: () => Promise<T>,
  isWanted: () => boolean = () => true,
): Promise<T> {
  for (let left = firstStarts - 1; ; left -= 1) {
    try {
      return await launch();
    } catch (error) {
      if (left <= 0 || !(error instanceof EndedWhileStarting) || !isWanted()) throw error;
    }
  }
}

/** Starts services one after the other; when one fails, those before it are stopped. */
export async function startAll(services: readonly EngineService[]): Promise<EngineProcess[]> {
  const running: EngineProcess[] = [];
  try {
    for (const service of services) running.push(await startFirst(service, () => service.start()));
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
