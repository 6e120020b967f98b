import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startIntakeSweeper } from '../../../api/complaints/intake/intake-sweeper.ts';
import { repeatSweep, type Sweeper } from '../../../api/sweeping/repeat-sweep.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

let world: World;
let sweeper: Sweeper;
let clock: number;
const logger = { info: vi.fn(), warn: vi.fn() };

beforeEach(async () => {
  world = await complaintWorld();
  clock = Date.parse('2026-11-24T02:00:00Z');
  vi.spyOn(Date, 'now').mockImplementation(() => clock);
  sweeper = startIntakeSweeper({ ...world.services, logger, everyMs: 3_600_000, perSweep: 3 });
});

afterEach(async () => {
  await sweeper.stop();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const submit = (title: string) =>
  world.call('submitComplaint', {
    as: people.xyz,
    body: { ...complaintBody, title },
    headers: { 'idempotency-key': title },
  });

describe('the sweeper of the intake', () => {
  it('opens the cases of reports that came while Temporal was away, with the number that was answered', async () => {
    world.engine.down = true;
    const answers = [await submit('satu'), await submit('dua')];
    expect(await sweeper.sweep()).toBe(0);
    world.engine.down = false;
    expect(await sweeper.sweep()).toBe(2);
    const opened = world.engine.cases.map(({ number }) => number);
    expect(opened.sort()).toEqual(answers.map(({ body }) => body.complaint.number).sort());
    expect(await submit('satu')).toMatchObject({ status: 201 });
    expect(world.engine.cases).toHaveLength(2);
  });

  it('attaches reports of one problem to one case', async () => {
    world.engine.down = true;
    const body = complaintBody;
    await world.call('submitComplaint', { as: people.xyz, body });
    await world.call('submitComplaint', { as: people.abc, body });
    world.engine.down = false;
    await sweeper.sweep();
    expect(world.engine.cases).toHaveLength(1);
    expect(world.engine.cases[0]?.reports).toHaveLength(2);
  });

  it('leaves young reports to the request that brought them', async () => {
    await world.store.reports.insert(buildReport({ receivedAt: new Date(clock - 1000).toISOString() }));
    expect(await sweeper.sweep()).toBe(0);
    clock += 5000;
    expect(await sweeper.sweep()).toBe(1);
  });

  it('does not open a case again that has taken its report in and ended meanwhile', async () => {
    await submit('satu');
    world.engine.onCall = (method) => {
      if (method === 'startCase') throw new Error('nothing is to be started');
    };
    const view = await recordCase(world, 0, { status: 'closed' });
    world.engine.endCase(view.workflowId);
    expect(await sweeper.sweep()).toBe(0);
  });

  it('repeats ever more seldom what was delivered and not recorded, and still reaches what is behind', async () => {
    for (const title of ['satu', 'dua', 'tiga']) await submit(title);
    expect(await sweeper.sweep()).toBe(3);
    world.engine.down = true;
    await submit('empat');
    world.engine.down = false;
    expect(await sweeper.sweep()).toBe(1);
    const calls: string[] = [];
    world.engine.onCall = (method) => void calls.push(method);
    expect(await sweeper.sweep()).toBe(0);
    clock += 15_000;
    await sweeper.sweep();
    expect(calls.filter((method) => method === 'startCase')).toHaveLength(3);
    clock += 15_000;
    await sweeper.sweep();
    expect(calls.filter((method) => method === 'startCase').length).toBeLessThanOrEqual(4);
    expect(world.engine.cases).toHaveLength(4);
  });

  it('goes on past a report that fails, and tells of it without its text', async () => {
    const receivedAt = '2026-11-24T01:00:00.000Z';
    await world.store.reports.insert(buildReport({ reportId: 'bad', officeId: 'bad', receivedAt }));
    await world.store.reports.insert(buildReport({ reportId: 'good', receivedAt: '2026-11-24T01:00:01.000Z' }));
    const office = world.services.directory.office;
    const directory = {
      ...world.services.directory,
      office: (id: string) => (id === 'bad' ? Promise.reject(new Error('trouble')) : office(id)),
    };
    const other = startIntakeSweeper({ ...world.services, directory, logger, everyMs: 3_600_000 });
    expect(await other.sweep()).toBe(1);
    await other.stop();
    expect(world.engine.cases).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('Tidak bisa masuk');
  });

  it('never runs twice at once', async () => {
    await submit('satu');
    const [one, other] = await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect([one, other]).toEqual([1, 1]);
    expect(world.engine.cases[0]?.reports).toHaveLength(1);
  });
});

it('sweeps by itself, survives a store that fails, and stops', async () => {
  vi.restoreAllMocks();
  let failures = 0;
  const reports = new Proxy(world.store.reports, {
    get: (target, name) => {
      if (name !== 'unplaced') return Reflect.get(target, name) as unknown;
      return async (query: Parameters<typeof target.unplaced>[0]) => {
        failures += 1;
        if (failures < 3) throw new Error('away');
        return target.unplaced(query);
      };
    },
  });
  await world.store.reports.insert(buildReport());
  const store = { ...world.store, reports };
  const eager = startIntakeSweeper({ ...world.services, store, logger, everyMs: 5, olderThanMs: 0 });
  await vi.waitUntil(() => world.engine.cases.length === 1);
  await eager.stop();
  const after = failures;
  // Another one tells the time: it sweeps as often as the stopped one would have.
  const swept = vi.fn(() => Promise.resolve(0));
  const other = repeatSweep({ everyMs: 5, sweep: swept, failed: vi.fn() });
  await vi.waitFor(() => expect(swept.mock.calls.length).toBeGreaterThan(3));
  await other.stop();
  expect(failures).toBe(after);
});
