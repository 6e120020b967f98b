import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { bundleWorkflows } from '../../worker/workflow-bundle.ts';
import { startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { startTestServer } from '../support/office-servers/test-server.ts';

// Each test starts a process that bundles or replays: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const main = fileURLToPath(new URL('../../worker/upgrades/upgrade-check-main.ts', import.meta.url));

let desk: TestDesk;
let folder: string;

beforeAll(async () => {
  [desk, folder] = await Promise.all([startTestDesk(), mkdtemp(join(tmpdir(), 'giliran-upgrade-'))]);
  const cases = await Promise.all([startCase(desk), startCase(desk), startCase(desk)]);
  await (await startTestServer(desk)).ask('a');
  await Promise.all(cases.map(({ caseId }) => untilRecorded(desk, caseId, { status: 'assigned' })));
  // Visibility follows a moment later.
  const query = Object.values(desk.queues).map((queue) => `TaskQueue = '${queue}'`);
  await vi.waitUntil(async () => (await desk.client.workflow.count(query.join(' OR '))).count === 5, {
    timeout: 20_000,
    interval: 100,
  });
});
afterAll(async () => {
  await Promise.all([desk.end(), rm(folder, { recursive: true, force: true })]);
});

async function changedBundle(name: string): Promise<string> {
  const source = fileURLToPath(new URL(`./changed/${name}-workflows.ts`, import.meta.url));
  const path = join(folder, `${name}.js`);
  await writeFile(path, (await bundleWorkflows({ workflowsPath: source })).code);
  return path;
}

/** The command as an operator gives it, on this desk's queues. */
function upgradeCheck(...args: string[]): Promise<{ code: number; output: string; faults: string }> {
  const { complaint, rotation } = desk.queues;
  const command = ['--import', 'tsx', main, ...args, '--task-queue', complaint, rotation];
  const env = { ...process.env, TEMPORAL_ADDRESS: inject('temporalAddress'), TEMPORAL_NAMESPACE: 'default' };
  return new Promise((done) => {
    execFile(process.execPath, command, { env, timeout: 110_000 }, (error, output, faults) =>
      done({ code: error ? Number(error.code ?? 1) : 0, output, faults }),
    );
  });
}

/** The lines of the table, without its frame. */
const rows = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) => line.replaceAll(/[│\s]+/g, ' ').trim());

it('what runs goes on with the workflows of the sources', async () => {
  const { code, faults, output } = await upgradeCheck();
  expect(faults).toBe('');
  expect(code).toBe(0);
  expect(rows(output)).toEqual([
    '(index) running replayed failed',
    'complaint 3 3 0',
    'officeServer 1 1 0',
    'rotation 1 1 0',
  ]);
});

it('an incompatible bundle fails for each case, by name, and with exit code 1', async () => {
  const { code, output } = await upgradeCheck('--bundle', await changedBundle('incompatible'));
  expect(code).toBe(1);
  expect(rows(output)).toContain('complaint 3 3 3');
  expect(rows(output)).toContain('rotation 1 1 0');
  const failures = output.split('\n').filter((line) => line.startsWith('FAILS'));
  expect(failures).toHaveLength(3);
  for (const line of failures) expect(line).toMatch(/^FAILS complaint:.+ \(run .+\): .*(nondeterminism|TMPRL1100)/i);
});

it('a sample is bounded for each type', async () => {
  const { code, output } = await upgradeCheck('--most', '2', '--bundle', await changedBundle('patched'));
  expect(code).toBe(0);
  expect(rows(output)).toContain('complaint 3 2 0');
});

it('a bundle that is not there is said, and nothing passes for checked', async () => {
  const { code, faults } = await upgradeCheck('--bundle', join(folder, 'none.js'));
  expect(code).toBe(1);
  expect(faults).toContain('there is no workflow bundle at');
});
