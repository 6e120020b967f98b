export interface Sweeper {
  /** Sweeps now and answers how many things it brought in order; for tests and drills. */
  sweep(): Promise<number>;
  /** Begins nothing more and settles when a sweep under way has ended. */
  stop(): Promise<void>;
}

export interface SweepPlan {
  /** Pause between two sweeps, milliseconds; each is stretched or shortened a little at random. */
  everyMs: number;
  sweep(isStopping: () => boolean): Promise<number>;
  /** Told of what a sweep threw; the next one comes all the same. */
  failed(error: unknown): void;
}

/** Sweeps again and again, never twice at once; no error ends it. */
export function repeatSweep({ everyMs, failed, sweep: sweepOnce }: SweepPlan): Sweeper {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<number> | null = null;

  const sweep = (): Promise<number> => {
    current ??= sweepOnce(() => stopping).finally(() => {
      current = null;
    });
    return current;
  };
  const later = () => {
    if (stopping) return;
    timer = setTimeout(() => void tick(), everyMs * (0.8 + 0.4 * Math.random()));
    timer.unref();
  };
  const tick = async () => {
    await sweep().catch(failed);
    later();
  };
  later();

  return {
    sweep,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await current?.catch(() => undefined);
    },
  };
}
