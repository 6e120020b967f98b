import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { spawnEngine } from '../engines/engine-process.ts';
import type { EngineProcess } from '../engines/engine-process.ts';
import type { EngineService } from '../engines/engine-service.ts';
import { waitUntilReady } from '../engines/ready-wait.ts';

export interface TemporalServerOptions {
  /** The folder of `temporal-server`. */
  programs: string;
  env: Record<string, string>;
  address: string;
  dir: string;
  logFile: string;
}

/** Temporal Server with all four roles in one process, as the container of docker-compose.yml has them. */
export function temporalServerService(options: TemporalServerOptions): EngineService {
  const { programs, env, address, dir, logFile } = options;
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    const process = await spawnEngine({
      name: 'Temporal Server',
      command: join(programs, 'temporal-server'),
      args: ['start'],
      cwd: dir,
      env: { PATH: '', HOME: dir, ...env },
      logFile,
      spawned,
      // It hands its shards over and lets calls end, one role after the other.
      stopTimeoutMs: 30_000,
    });
    await waitUntilReady({ process, check: () => answers(address), timeoutMs: 60_000, logFile });
    return process;
  };
  return { name: 'Temporal Server', start };
}

async function answers(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  await connection.close();
}
