import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spawnEngine } from '../../../dev/engines/engine-process.ts';
import { startAll, stopAll, type EngineService } from '../../../dev/engines/engine-service.ts';
import { waitUntilReady } from '../../../dev/engines/ready-wait.ts';
import { openProcessRecord } from '../../../dev/stack/process-record.ts';
import { enginePolicy } from '../../../dev/stack/restart-policy.ts';
import { createSupervisor } from '../../../dev/stack/supervisor.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'giliran-unit-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A process that ends with code 2 at its first `failures` starts and runs from then on. */
function shaky(failures: number, firstStarts?: number): { service: EngineService; starts: () => number } {
  let starts = 0;
  const start: EngineService['start'] = async (spawned) => {
    starts += 1;
    const logFile = join(dir, 'shaky.log');
    const script = starts <= failures ? 'process.exit(2)' : 'console.log("up"); setInterval(() => {}, 1000)';
    let isUp = false;
    const onLine = (line: string) => void (isUp ||= line === 'up');
    const process_ = { name: 'Shaky', command: process.execPath, args: ['-e', script], logFile, onLine, spawned };
    const started = await spawnEngine(process_);
    const check = () => (isUp ? Promise.resolve() : Promise.reject(new Error('not up')));
    await waitUntilReady({ process: started, check, timeoutMs: 20_000, logFile });
    return started;
  };
  return { service: { name: 'Shaky', start, ...(firstStarts !== undefined && { firstStarts }) }, starts: () => starts };
}

const supervisorOf = () =>
  createSupervisor(
    () => undefined,
    openProcessRecord(dir),
    () => undefined,
  );
const policy = enginePolicy;

describe('the first start of a service that ended by itself', () => {
  it('is tried again as often as the service says', async () => {
    const { service, starts } = shaky(2, 3);
    const supervisor = supervisorOf();
    await supervisor.run({ service, policy, stopStage: 1 });
    await supervisor.stop();
    expect(starts()).toBe(3);
    const again = shaky(1, 3);
    await stopAll(await startAll([again.service]));
    expect(again.starts()).toBe(2);
  });

  it('fails in the end, and at once for a service that says nothing', async () => {
    const [stubborn, plain] = [shaky(9, 3), shaky(9)];
    for (const [{ service, starts }, times] of [
      [stubborn, 3],
      [plain, 1],
    ] as const) {
      const supervisor = supervisorOf();
      await expect(supervisor.run({ service, policy, stopStage: 1 })).rejects.toThrow('Shaky ended with code 2');
      await supervisor.stop();
      expect(starts()).toBe(times);
    }
  });
});
