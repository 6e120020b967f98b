import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Say } from '../engines/engine-folders.ts';
import type { StoryJournal } from '../story/story-journal.ts';
import { startProductionStack } from './start-production-stack.ts';
import { checkTopology } from './topology-check.ts';

export interface ProductionInstance {
  base: string;
  /** Writes into the journal whether it was what it should be. */
  check: (journal: StoryJournal) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the production topology on data that are thrown away afterwards. */
export async function startProductionInstance(say: Say): Promise<ProductionInstance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giliran-production-'));
  // Where another user's processes, the database's, may enter.
  await chmod(dataDir, process.geteuid?.() === 0 ? 0o711 : 0o700);
  const removeData = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeData);
  const stack = await startProductionStack({ dataDir, say }).catch((error: unknown) => {
    // Errors name log files.
    process.removeListener('exit', removeData);
    throw error;
  });
  return {
    base: stack.base,
    check: (journal) => checkTopology(stack, journal),
    stop: async () => {
      await stack.stop();
      process.removeListener('exit', removeData);
      await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
