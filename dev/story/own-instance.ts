import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../engines/engine-folders.ts';

export interface OwnInstance {
  base: string;
  /** The process of `npm start`, and the folder of its data. */
  pid: number;
  dataDir: string;
  /** With `keepsData` the folder stays, and whoever asked for that removes it. */
  stop: (options?: { keepsData: boolean }) => Promise<number | null>;
}

/**
 * Starts what `npm start` starts, on data that are thrown away afterwards, and waits until it is ready.
 *
 * @param told sees what it prints
 * @param given an earlier one's data, or a copy of them; default: a new folder
 */
export async function startOwnInstance(told: (line: string) => void, given?: string): Promise<OwnInstance> {
  const dataDir = given ?? (await newDataDir());
  const { PORT: _port, TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _store, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join('dev', 'start-main.ts')], {
    cwd: projectRoot,
    env: { ...env, DATA_DIR: dataDir, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGTERM'));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop: OwnInstance['stop'] = async ({ keepsData } = { keepsData: false }) => {
    child.kill('SIGINT');
    const code = await exited;
    if (!keepsData) await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  const base = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      told(line);
      const ready = /^ready (http\S+)$/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    void exited.then((code) => reject(new Error(`the instance has ended with code ${code} before it was ready`)));
  });
  return { base, pid: child.pid as number, dataDir, stop };
}

/** Where another user's processes, the database's, may enter. */
async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giliran-own-'));
  await chmod(dataDir, process.geteuid?.() === 0 ? 0o711 : 0o700);
  return dataDir;
}
