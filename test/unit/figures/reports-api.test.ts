import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { Json, TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { buildRotationView } from '../../support/builders/rotation-view-builder.ts';
import { buildSession } from '../../support/builders/session-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';
import { buildTurns } from '../../support/builders/turn-builder.ts';

type Line = [time: string, type: string, data?: { [key: string]: Json }];

let api: TestApi;
let supervisor: TestClient;

beforeEach(async () => {
  api = await buildTestApi();
  api.clock.now = new Date('2026-11-24T05:00:00.000Z');
  supervisor = await api.signedIn('pengawas');
});
afterEach(() => api.close());

/** A recorded case with its timeline; times are those of November 2026, UTC. */
async function record(caseId: string, lines: Line[], overrides: Partial<CaseView> = {}): Promise<void> {
  const view = buildCaseView({ caseId, number: `NO-${caseId}`, ...overrides });
  const entries = lines.map(([time, type, data = {}], index): TimelineEntry => {
    const at = `2026-11-${time}:00.000Z`;
    return buildTimelineEntry({ caseId, no: index + 1, type, at, data, actor: { id: 'xyz', role: 'submitter' } });
  });
  await api.store.cases.record(view);
  const { deskId, officeId, systemId } = view;
  await api.store.timelines.append(entries, { deskId, officeId, systemId });
}

const to = (agentId: string, tier = 'tier-1') => ({ agentId, tier });

/** Three cases of two offices: one solved and rated, one late in tier 2, one that began in October. */
async function aWeek(): Promise<void> {
  await record(
    'solved',
    [
      ['23T01:00', 'received', { reportId: 'r1' }],
      ['23T01:01', 'assigned', to('petugas-a')],
      ['23T01:02', 'reportAttached', { reportId: 'r2' }],
      ['23T01:03', 'reportAttached', { reportId: 'r3' }],
      ['23T01:11', 'acknowledged'],
      ['23T02:01', 'resolved'],
      ['23T02:02', 'rated', { score: 4 }],
      ['23T18:00', 'closed'],
    ],
    { status: 'closed', reportCount: 3, agentId: 'petugas-a' },
  );
  await record(
    'late',
    [
      ['24T01:00', 'received', { reportId: 'r4' }],
      ['24T01:02', 'assigned', to('petugas-b')],
      ['24T02:02', 'acknowledgementMissed', { agentId: 'petugas-b' }],
      ['24T02:02', 'assigned', to('petugas-a')],
      ['24T03:00', 'escalated', { by: 'deadline' }],
      ['24T03:01', 'assigned', to('petugas-q', 'tier-2')],
      ['24T03:02', 'acknowledged'],
      ['24T04:00', 'overdue', { agentId: 'petugas-q' }],
    ],
    { officeId: '124', status: 'escalating', tier: 'tier-2', agentId: null, overdue: true },
  );
  await record(
    'old',
    [
      ['01T01:00', 'received', { reportId: 'r5' }],
      ['01T01:10', 'assigned', to('petugas-a')],
      ['23T03:10', 'acknowledged'],
      ['23T04:10', 'escalated', { by: 'action' }],
    ],
    { officeId: '124', status: 'escalating', tier: 'tier-2', agentId: null },
  );
  await record('elsewhere', [['23T01:00', 'received', { reportId: 'r9' }]], { deskId: 'lain' });
}

const week = 'from=2026-11-20&to=2026-11-25';

interface Overview {
  total: Record<string, unknown>;
  groups: Record<string, unknown>[];
  days: { day: string; casesReceived: number; closed: number }[];
}

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('the overview', () => {
  it('counts the period, and knows of a case that began before it how long it took', async () => {
    await aWeek();
    const { status, body } = await supervisor.get<Overview>(`/v1/reports/overview?${week}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: { from: '2026-11-19T17:00:00.000Z', to: '2026-11-24T17:00:00.000Z', timezone: 'Asia/Jakarta' },
      groupBy: 'office',
      total: {
        ...{ casesReceived: 2, reportsReceived: 4, assigned: 4, escalated: 2, resolved: 1, reopened: 0, closed: 1 },
        ...{ withdrawn: 0, merged: 0, overdue: 1, openNow: 2, overdueNow: 1 },
        toAssigned: { count: 2, averageSeconds: 90, medianSeconds: 60, p90Seconds: 120 },
        // The old case was assigned on the first of November: 22 days and two hours before.
        toAcknowledged: { count: 3, medianSeconds: 7200, p90Seconds: (22 * 24 + 2) * 3600 },
        handling: { count: 1, averageSeconds: 3600 },
        toResolved: { count: 1, averageSeconds: 3660 },
        ratings: { count: 1, average: 4 },
      },
    });
    expect(body.groups.map(({ id, name, resolved, openNow }) => [id, name, resolved, openNow])).toEqual([
      ['123', 'Kantor 123', 1, 0],
      ['124', 'Kantor 124', 0, 2],
    ]);
    // Closed at 01.00 of the next day, as the desk's clock shows it.
    expect(body.days.map(({ day, casesReceived, closed }) => [day, casesReceived, closed])).toEqual([
      ['2026-11-20', 0, 0],
      ['2026-11-21', 0, 0],
      ['2026-11-22', 0, 0],
      ['2026-11-23', 1, 0],
      ['2026-11-24', 1, 1],
    ]);
  });

  it('tells agents apart, what nobody had last, and narrows to one of them', async () => {
    await aWeek();
    const { body } = await supervisor.get<Overview>(`/v1/reports/overview?${week}&groupBy=agent`);
    expect(body.groups.map(({ id, name, assigned, casesReceived }) => [id, name, assigned, casesReceived])).toEqual([
      ['petugas-a', 'Petugas A', 2, 0],
      ['petugas-b', 'Petugas B', 1, 0],
      ['petugas-q', 'Petugas Q', 1, 0],
      [null, null, 0, 2],
    ]);
    const filters = ['agentId=petugas-a', 'officeId=124', 'systemId=sipd', 'tier=tier-2', 'systemId=lain'];
    const assigned = filters.map(async (filter) => {
      const answer = await supervisor.get<Overview>(`/v1/reports/overview?${week}&${filter}`);
      return answer.body.total['assigned'];
    });
    expect(await Promise.all(assigned)).toEqual([2, 3, 4, 1, 0]);
  });

  it('counts the last thirty days when nothing is asked, and nothing of what is over', async () => {
    await aWeek();
    const { body } = await supervisor.get<Overview>('/v1/reports/overview');
    expect(body.total).toMatchObject({ casesReceived: 3 });
    expect(body.days).toHaveLength(30);
    const december = await supervisor.get<Overview>('/v1/reports/overview?from=2026-12-01&to=2026-12-02');
    expect(december.body.total).toMatchObject({ casesReceived: 0, openNow: 2, handling: { averageSeconds: null } });
  });

  it('goes on where a case has been with another desk for a while', async () => {
    const here = { officeId: '123', systemId: 'sipd' };
    const entry = (no: number, time: string, type: string, data: { [key: string]: Json } = {}) =>
      buildTimelineEntry({ caseId: 'moved', no, type, at: `2026-11-24T${time}:00.000Z`, data });
    await api.store.timelines.append([entry(1, '01:00', 'received')], { deskId: 'layanan', ...here });
    await api.store.timelines.append([entry(2, '01:10', 'assigned', to('agen-lain'))], { deskId: 'lain', ...here });
    await api.store.timelines.append([entry(3, '01:30', 'resolved')], { deskId: 'layanan', ...here });
    const { body } = await supervisor.get<Overview>(`/v1/reports/overview?${week}`);
    expect(body.total).toMatchObject({
      casesReceived: 1,
      resolved: 1,
      assigned: 0,
      toResolved: { averageSeconds: 1800 },
    });
  });
});

describe('the deadlines', () => {
  it('are met or missed by whoever had the case', async () => {
    await aWeek();
    const { body } = await supervisor.get<Overview>(`/v1/reports/sla?${week}&groupBy=agent`);
    expect(body.total).toEqual({
      acknowledge: { met: 3, missed: 1, metPercent: 75 },
      resolveTier1: { met: 2, missed: 1, metPercent: 66.7 },
      resolveTier2: { met: 0, missed: 1, metPercent: 0 },
    });
    expect(body.groups.find(({ id }) => id === 'petugas-b')).toMatchObject({
      acknowledge: { met: 0, missed: 1, metPercent: 0 },
      resolveTier1: { met: 0, missed: 0, metPercent: null },
    });
  });
});

describe('the fairness', () => {
  it('sets the turns of everyone on the roster against an equal share', async () => {
    const at = '2026-11-23T01:00:00.000Z';
    await api.store.turns.append(buildTurns(1, 3, { agentId: 'petugas-a', at }));
    await api.store.turns.append(buildTurns(4, 4, { agentId: 'petugas-b', at }));
    await api.store.turns.append(buildTurns(5, 5, { agentId: 'petugas-b', at: '2026-11-19T16:59:59.999Z' }));
    const view = buildRotationView();
    const [agent] = view.roster;
    const roster = ['petugas-a', 'petugas-b', 'petugas-c'].map((agentId) => ({ ...agent, agentId }));
    await api.store.rotations.record({ ...view, roster: roster as typeof view.roster });
    const { body } = await supervisor.get<{ tiers: unknown[] }>(`/v1/reports/fairness?${week}`);
    expect(body.tiers).toEqual([
      {
        ...{ tier: 'tier-1', turns: 4, people: 3, idealTurns: 1.33, spread: 3, jainIndex: 0.5333 },
        agents: [
          { agentId: 'petugas-a', name: 'Petugas A', onRoster: true, turns: 3, difference: 1.67, sharePercent: 75 },
          { agentId: 'petugas-b', name: 'Petugas B', onRoster: true, turns: 1, difference: -0.33, sharePercent: 25 },
          { agentId: 'petugas-c', name: 'petugas-c', onRoster: true, turns: 0, difference: -1.33, sharePercent: 0 },
        ],
      },
      {
        ...{ tier: 'tier-2', turns: 0, people: 1, idealTurns: 0, spread: 0, jainIndex: null },
        agents: [
          { agentId: 'petugas-q', name: 'Petugas Q', onRoster: true, turns: 0, difference: 0, sharePercent: null },
        ],
      },
    ]);
    const csv = await supervisor.get<string>(`/v1/reports/fairness?${week}&tier=tier-1`, { accept: 'text/csv' });
    // A negative number is no formula, and stays a number.
    expect(rowsOf(csv.body).map(({ group, agentId, difference }) => [group, agentId, difference])).toEqual([
      ['tier', '', ''],
      ['agent', 'petugas-a', '1.67'],
      ['agent', 'petugas-b', '-0.33'],
      ['agent', 'petugas-c', '-1.33'],
    ]);
  });
});

describe('the duplicates', () => {
  it('tell what was spared: turns, merges and sessions that would have met', async () => {
    await aWeek();
    const knowingly = { reportId: 'r3', knowingly: true, receivedAt: '2026-11-19T01:00:00.000Z' };
    await api.store.reports.insert(buildReport(knowingly));
    await record('again', [
      ['24T01:00', 'received', { reportId: 'r6' }],
      ['24T01:01', 'resolved'],
      ['24T01:02', 'reportAttached', { reportId: 'r7' }],
      ['24T01:02', 'reopened', { reason: 'reportAttached' }],
      ['24T01:03', 'merged', { intoId: 'late' }],
    ]);
    const session = { caseId: 'late', agentId: 'petugas-q', officeId: '124', requestedAt: '2026-11-24T01:00:00.000Z' };
    await api.store.serverSessions.record([
      buildSession(session),
      buildSession({ ...session, waited: true }),
      buildSession({ ...session, caseId: 'elsewhere', waited: true }),
      buildSession({ ...session, requestedAt: '2026-11-24T18:00:00.000Z' }),
    ]);
    const { body } = await supervisor.get<Overview & { topCases: unknown[] }>(`/v1/reports/duplicates?${week}`);
    expect(body.total).toEqual({
      ...{ attached: 3, attachedAutomatically: 2, attachedKnowingly: 1, turnsNotTaken: 2, merges: 1 },
      ...{ sessionsRequested: 2, sessionsThatWaited: 1 },
    });
    expect(body.groups).toMatchObject([
      { id: '123', attached: 3, sessionsThatWaited: 0 },
      { id: '124', attached: 0, sessionsThatWaited: 1 },
    ]);
    expect(body.topCases).toEqual([
      { complaintId: 'solved', number: 'NO-solved', attached: 2, reportCount: 3 },
      { complaintId: 'again', number: 'NO-again', attached: 1, reportCount: 1 },
    ]);
  });
});

describe('every report', () => {
  const reports = ['overview', 'fairness', 'sla', 'duplicates'];

  it.each(reports)('%s comes as a file to whoever prefers CSV, and as JSON to everyone else', async (report) => {
    await aWeek();
    const csv = await supervisor.get<string>(`/v1/reports/${report}?${week}`, { accept: 'text/csv' });
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${report}-2026-11-20.csv"`);
    expect(csv.headers.get('vary')).toContain('Accept');
    expect(rowsOf(csv.body).length).toBeGreaterThan(1);
    for (const accept of ['*/*', 'application/json', 'text/csv;q=0.5, application/json', 'image/png']) {
      const { headers } = await supervisor.get(`/v1/reports/${report}?${week}`, { accept });
      expect(headers.get('content-type')).toContain('application/json');
    }
  });

  it('has in its CSV what its JSON has, and no formula', async () => {
    await aWeek();
    const admin = await api.signedIn('admin');
    await admin.put('/v1/offices/124', { name: '=HYPERLINK("http://x")' });
    const { body } = await supervisor.get<Overview>(`/v1/reports/overview?${week}`);
    const csv = await supervisor.get<string>(`/v1/reports/overview?${week}`, { accept: 'text/csv' });
    const rows = rowsOf(csv.body);
    expect(rows.map(({ group, id }) => [group, id])).toEqual([
      ['total', ''],
      ['office', '123'],
      ['office', '124'],
      ...body.days.map(({ day }) => ['day', day]),
    ]);
    const { toAcknowledged, resolved } = body.total as { toAcknowledged: { p90Seconds: number }; resolved: number };
    expect(rows[0]).toMatchObject({
      resolved: String(resolved),
      toAcknowledgedP90Seconds: String(toAcknowledged.p90Seconds),
    });
    expect(rows[2]?.['name']).toBe(`'=HYPERLINK("http://x")`);
    expect(rows.at(-1)).toMatchObject({ closed: '1', openNow: '', ratingsAverage: '' });
  });

  it.each(reports)('%s is for supervisors of the desk alone', async (report) => {
    for (const person of ['xyz', 'petugas-a', 'petugas-q', 'admin']) {
      const answer = await (await api.signedIn(person)).get(`/v1/reports/${report}`);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect((await api.client().get(`/v1/reports/${report}`)).status).toBe(401);
  });

  it.each(reports)('%s says what is wrong with the question', async (report) => {
    const wrong: [string, string, string][] = [
      ['from=kemarin', '#/from', 'not_a_time'],
      ['to=2026-02-30', '#/to', 'not_a_time'],
      ['from=2026-11-02&to=2026-11-02', '#/to', 'empty_period'],
      ['from=2026-11-02&to=2026-11-01', '#/to', 'empty_period'],
      ['from=2027-01-01', '#/from', 'empty_period'],
      ['from=2025-01-01&to=2026-11-01', '#/to', 'period_too_long'],
      ['tier=tier-3', '#/tier', 'not_allowed'],
      ['groupBy=bulan', '#/groupBy', report === 'fairness' ? 'unknown_field' : 'not_allowed'],
      ['deskId=lain', '#/deskId', 'unknown_field'],
    ];
    for (const [query, pointer, code] of wrong) {
      const answer = await supervisor.get(`/v1/reports/${report}?${query}`);
      expect(answer, query).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
    }
  });
});
