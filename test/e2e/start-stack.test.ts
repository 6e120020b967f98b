import { readFile, readdir, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOwnInstance } from '../../dev/story/own-instance.ts';
import type { OwnInstance } from '../../dev/story/own-instance.ts';

const patience = 180_000;
const printed: string[] = [];
let instance: OwnInstance | undefined;

beforeAll(async () => {
  instance = await startOwnInstance((line) => printed.push(line));
}, patience);
afterAll(() => instance?.stop(), 60_000);

interface Recorded {
  pid: number;
  name: string;
}

async function recorded(): Promise<Recorded[]> {
  return JSON.parse(await readFile(`${instance?.dataDir}/processes.json`, 'utf8')) as Recorded[];
}

async function recordedPid(name: string): Promise<number> {
  return (await recorded()).find((process) => process.name === name)?.pid ?? 0;
}

async function readyStatus(): Promise<number> {
  const answer = await fetch(`${instance?.base}/ready`).catch(() => undefined);
  return answer?.status ?? 0;
}

async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(100)) {
    if (Date.now() > deadline) throw new Error(`not within 60 s: ${what}; printed:\n${printed.join('\n')}`);
  }
}

/** Processes that still name the instance's data folder, in their arguments or as their working folder. */
async function leftBehind(dataDir: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      return line.includes(dataDir) || cwd.startsWith(dataDir) ? `${pid} ${line.replaceAll('\0', ' ')}` : [];
    }),
  );
  return found.flat();
}

describe('npm start', () => {
  it('prints the addresses, the demo people and the ready line', () => {
    const text = printed.join('\n');
    expect(text).toMatch(/Web and API {4}http:\/\/127\.0\.0\.1:\d+/);
    expect(text).toMatch(/Temporal UI/);
    expect(text).toContain('giliran-demo');
    expect(printed.at(-1)).toBe(`ready ${instance?.base}`);
  });

  it.each(['worker', 'API'])(
    'brings the %s back after a kill -9, and says so',
    async (name) => {
      const before = await recordedPid(name);
      process.kill(before, 'SIGKILL');
      await until(`${name} is back`, () => printed.includes(`${name} is back`));
      expect(await recordedPid(name)).not.toBe(before);
      await until('/ready is 200', async () => (await readyStatus()) === 200);
    },
    patience,
  );

  it(
    'brings an engine back after a kill -9, with its data',
    async () => {
      process.kill(await recordedPid('Temporal'), 'SIGKILL');
      await until('Temporal is back', () => printed.includes('Temporal is back'));
      await until('/ready is 200', async () => (await readyStatus()) === 200);
    },
    patience,
  );

  it(
    'refuses a second instance on the same data',
    async () => {
      const { runProgram } = await import('../../dev/engines/run-program.ts');
      const second = runProgram(process.execPath, ['--import', 'tsx', 'dev/start-main.ts'], {
        env: { ...process.env, DATA_DIR: instance?.dataDir },
      });
      await expect(second).rejects.toThrow('already runs on');
    },
    patience,
  );

  it(
    'leaves no process behind after Ctrl-C',
    async () => {
      const pids = (await recorded()).map(({ pid }) => pid);
      expect(pids.length).toBeGreaterThanOrEqual(4);
      const { dataDir, stop } = instance as OwnInstance;
      instance = undefined;
      expect(await stop()).toBe(0);
      if (process.platform === 'linux') expect(await leftBehind(dataDir)).toEqual([]);
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
    patience,
  );
});
