import { join } from 'node:path';
import { projectRoot } from '../engines/engine-folders.ts';
import { spawnEngine } from '../engines/engine-process.ts';
import type { EngineCommand, EngineProcess } from '../engines/engine-process.ts';
import type { EngineService } from '../engines/engine-service.ts';
import { waitUntilReady } from '../engines/ready-wait.ts';
import { serviceLine } from './log-lines.ts';

export interface ProductOptions {
  env: NodeJS.ProcessEnv;
  logDir: string;
  /** Sees warnings and errors. */
  show: (line: string) => void;
}

/** The worker process; ready when it polls. */
export function workerService({ env, logDir, show }: ProductOptions): EngineService {
  const logFile = join(logDir, 'worker.log');
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    let ready = false;
    const process = await spawnProduct('worker', 'dist/worker/worker-main.js', {
      env,
      logFile,
      spawned,
      onLine: (line) => {
        ready ||= line.includes('"msg":"worker ready"');
        const shown = serviceLine(line);
        if (shown !== undefined) show(shown);
      },
    });
    const check = async (): Promise<void> => {
      if (!ready) throw new Error('it has not said that it polls');
    };
    await waitUntilReady({ process, check, timeoutMs: 60_000, logFile });
    return process;
  };
  return { name: 'worker', start };
}

/** The API process; ready when GET /ready is 200. */
export function apiService({ env, logDir, show }: ProductOptions, port: number): EngineService {
  const logFile = join(logDir, 'api.log');
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    const process = await spawnProduct('API', 'dist/api/api-main.js', {
      env,
      logFile,
      spawned,
      onLine: (line) => {
        const shown = serviceLine(line);
        if (shown !== undefined) show(shown);
      },
    });
    await waitUntilReady({ process, check: () => checkApi(port), timeoutMs: 60_000, logFile });
    return process;
  };
  return { name: 'API', start };
}

function spawnProduct(
  name: string,
  program: string,
  options: Pick<EngineCommand, 'env' | 'logFile' | 'spawned' | 'onLine'>,
): Promise<EngineProcess> {
  const args = ['--enable-source-maps', program];
  return spawnEngine({ name, command: process.execPath, args, cwd: projectRoot, ...options });
}

async function checkApi(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(2_000) });
  if (answer.status !== 200) throw new Error(`/ready answered ${answer.status}`);
}
