import { join } from 'node:path';
import { spawnEngine, type EngineProcess } from '../../../dev/engines/engine-process.ts';
import { projectRoot } from '../../../dev/engines/engine-folders.ts';
import { waitUntilReady } from '../../../dev/engines/ready-wait.ts';
import type { BenchStack } from './bench-stack.ts';

export const laneQueues = {
  floor: 'bench-floor',
  naiveCases: 'bench-naive-cases',
  naiveRotations: 'bench-naive-rotations',
} as const;

const program = join('test', 'bench', 'stack', 'lane-worker-main.ts');

export type WorkerKind = 'floor' | 'naive';

/** Starts a lane's worker in a process of its own, as the product's is; settles when it polls. */
export async function startLaneWorker({ laneDatabase, stack }: BenchStack, kind: WorkerKind): Promise<EngineProcess> {
  const logFile = join(stack.dataDir, 'logs', `worker-${kind}.log`);
  let isReady = false;
  const process = await spawnEngine({
    name: `worker of ${kind}`,
    command: globalThis.process.execPath,
    args: ['--enable-source-maps', '--import', 'tsx', program, kind, laneDatabase(kind)],
    cwd: projectRoot,
    env: { ...stack.productEnv },
    logFile,
    onLine: (line) => (isReady ||= line === 'ready'),
  });
  const check = async (): Promise<void> => {
    if (!isReady) throw new Error('it does not poll yet');
  };
  await waitUntilReady({ process, check, timeoutMs: 60_000, logFile });
  return process;
}
