import type { EngineProcess } from '../../engines/engine-process.ts';
import type { EngineService } from '../../engines/engine-service.ts';
import { processTree, signalAll } from './process-tree.ts';

/**
 * A part of the system that can be done harm to. The supervisor brings it back as it does for `npm start`, unless it is
 * held down.
 */
export class ChaosPart {
  readonly service: EngineService;
  #current: EngineProcess | null = null;
  #frozen: number[] = [];
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  constructor(service: EngineService) {
    this.service = {
      name: service.name,
      start: async (spawned) => {
        await this.#gate;
        return service.start((process) => {
          this.#current = process;
          spawned?.(process);
        });
      },
    };
  }

  get name(): string {
    return this.service.name;
  }

  get pid(): number | undefined {
    return this.#current?.pid;
  }

  /** kill -9 of the process and its children; settles when it is gone. */
  async kill(): Promise<void> {
    const victim = this.#current;
    if (!victim) return;
    signalAll(await processTree(victim.pid), 'SIGKILL');
    await victim.exited;
    this.#frozen = [];
  }

  /** From now on it is not started again, until `release`. */
  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  release(): void {
    this.#open();
  }

  async freeze(): Promise<void> {
    if (!this.#current) return;
    this.#frozen = await processTree(this.#current.pid);
    signalAll(this.#frozen, 'SIGSTOP');
  }

  thaw(): void {
    signalAll(this.#frozen, 'SIGCONT');
    this.#frozen = [];
  }
}
