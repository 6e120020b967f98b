import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../engines/engine-folders.ts';
import type { EngineProcess } from '../engines/engine-process.ts';
import { identify, stillRuns } from '../engines/process-identity.ts';
import type { ProcessIdentity } from '../engines/process-identity.ts';

interface RecordedProcess extends ProcessIdentity {
  name: string;
}

export interface ProcessRecord {
  add: (process: EngineProcess) => Promise<void>;
  remove: (pid: number) => Promise<void>;
}

const graceMs = 6_000;
const fileOf = (dataDir: string): string => join(dataDir, 'processes.json');

/** Keeps on disk which processes use this data folder, for a start after a crash. */
export function openProcessRecord(dataDir: string): ProcessRecord {
  const known = new Map<number, RecordedProcess>();
  let writing = Promise.resolve();
  const save = (): Promise<void> =>
    (writing = writing.then(() => writeFile(fileOf(dataDir), JSON.stringify([...known.values()], null, 2))));
  return {
    add: async ({ pid, name }) => {
      const identity = await identify(pid);
      if (identity) known.set(pid, { ...identity, name });
      await save();
    },
    remove: async (pid) => {
      known.delete(pid);
      await save();
    },
  };
}

/** Ends what an earlier run has left running on this data folder. A pid that is somebody else's by now is let alone. */
export async function endLeftOvers(dataDir: string, say: Say): Promise<void> {
  const recorded = parseRecord(await readFile(fileOf(dataDir), 'utf8').catch(() => '[]'));
  for (const process of recorded.reverse()) {
    if (!(await stillRuns(process))) continue;
    say(`ends ${process.name} (process ${process.pid}), left behind by an earlier run`);
    await endProcess(process);
  }
}

/** A damaged record (a crash while it was written) names nobody. */
export function parseRecord(text: string): RecordedProcess[] {
  try {
    const list = JSON.parse(text) as Partial<RecordedProcess>[];
    return list.flatMap(({ pid, startedAt, name = 'a process' }) =>
      typeof pid === 'number' && pid > 1 && typeof startedAt === 'string' ? [{ pid, startedAt, name }] : [],
    );
  } catch {
    return [];
  }
}

async function endProcess(target: ProcessIdentity): Promise<void> {
  // SIGINT is a clean end for all of them; for PostgreSQL it is the fast one.
  signal(target.pid, 'SIGINT');
  for (const deadline = Date.now() + graceMs; Date.now() < deadline; await sleep(50)) {
    if (!(await stillRuns(target))) return;
  }
  signal(target.pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
