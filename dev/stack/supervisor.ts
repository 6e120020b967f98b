import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../engines/engine-folders.ts';
import { describeExit } from '../engines/engine-process.ts';
import type { EngineProcess } from '../engines/engine-process.ts';
import { startFirst, type EngineService } from '../engines/engine-service.ts';
import type { ProcessRecord } from './process-record.ts';
import { nextRestart } from './restart-policy.ts';
import type { RestartPolicy } from './restart-policy.ts';

export interface Supervised {
  service: EngineService;
  policy: RestartPolicy;
  /** Lower stages are stopped first; those of one stage together. */
  stopStage: number;
}

export interface Supervisor {
  /** Starts it (an error of this first start is thrown) and keeps it running from then on. */
  run: (supervised: Supervised) => Promise<void>;
  /** Ends everything, stage by stage. Safe to call twice. */
  stop: () => Promise<void>;
}

interface Entry extends Supervised {
  process?: EngineProcess;
  deaths: number[];
}

/** @param giveUp told when something cannot be kept running; the rest still runs then */
export function createSupervisor(say: Say, record: ProcessRecord, giveUp: (reason: string) => void): Supervisor {
  const entries: Entry[] = [];
  const stopping = new AbortController();

  const launch = async (entry: Entry): Promise<void> => {
    if (stopping.signal.aborted) throw new Error('everything stops');
    const process = await entry.service.start((spawned) => {
      entry.process = spawned;
      void record.add(spawned);
      void spawned.exited.then(() => record.remove(spawned.pid));
    });
    void watch(entry, process);
  };

  const watch = async (entry: Entry, process: EngineProcess): Promise<void> => {
    const exit = await process.exited;
    if (!stopping.signal.aborted) await restart(entry, describeExit(exit));
  };

  const restart = async (entry: Entry, reason: string): Promise<void> => {
    const { name } = entry.service;
    entry.deaths.push(Date.now());
    const delay = nextRestart(entry.deaths, Date.now(), entry.policy);
    if (delay === undefined) return giveUp(`${name} ${reason}, ${entry.deaths.length} times by now`);
    say(`${name} ${reason}; starts again in ${delay / 1000} s`);
    await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return;
    try {
      await launch(entry);
      say(`${name} is back`);
    } catch (error) {
      if (!stopping.signal.aborted) await restart(entry, `did not start (${String(error)})`);
    }
  };

  const stop = async (): Promise<void> => {
    stopping.abort();
    for (const stage of [...new Set(entries.map(({ stopStage }) => stopStage))].sort((a, b) => a - b)) {
      await Promise.all(entries.filter((e) => e.stopStage === stage).map(async (entry) => entry.process?.stop()));
    }
  };

  return {
    run: async (supervised) => {
      const entry: Entry = { ...supervised, deaths: [] };
      entries.push(entry);
      await startFirst(
        entry.service,
        () => launch(entry),
        () => !stopping.signal.aborted,
      );
    },
    stop,
  };
}
