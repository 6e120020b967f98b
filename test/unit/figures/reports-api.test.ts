import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../workflows/kernel/timeline-types.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { buildRotationView } from '../../support/builders/rotation-view-builder.ts';
import { buildSession } from '../../support/builders/session-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';
import { buildTurns } from '../../support/builders/turn-builder.ts';
import { recordCase, recordWeek, to } from './reports-world.ts';

let api: TestApi;
let supervisor: TestClient;

beforeEach(async () => {
  api = await buildTestApi();
  api.clock.now = new Date('2026-11-24T05:00:00.000Z');
  supervisor = await api.signedIn('pengawas');
});
afterEach(() => api.close());

const week = 'from=2026-11-20&to=2026-11-25';

interface Overview {
  total: Record<string, unknown>;
  groups: Record<string, unknown>[];
  days: { day: string; casesReceived: number; closed: number }[];
}

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('the overview', () => {
  it('counts the period, and knows of a case that began before it how long it took', async () => {
    await recordWeek(api.store);
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
    await recordWeek(api.store);
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
    await recordWeek(api.store);
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
    await api.store.timelines.append([entry(1, '01:00', 'received')], { place: { deskId: 'layanan', ...here } });
    await api.store.timelines.append([entry(2, '01:10', 'assigned', to('agen-lain'))], {
      place: { deskId: 'lain', ...here },
    });
    await api.store.timelines.append([entry(3, '01:30', 'resolved')], { place: { deskId: 'layanan', ...here } });
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
    await recordWeek(api.store);
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
    await recordWeek(api.store);
    const knowingly = { reportId: 'r3', knowingly: true, receivedAt: '2026-11-19T01:00:00.000Z' };
    await api.store.reports.insert(buildReport(knowingly));
    await recordCase(api.store, 'again', [
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
