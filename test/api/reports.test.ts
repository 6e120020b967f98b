import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import type { SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type {
  deadlineReportSchema,
  duplicatesSchema,
  fairnessSchema,
  overviewSchema,
} from '../../api/figures/figure-schemas.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { realStore } from '../support/api/real-store.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';
import { untilRecorded } from '../support/desk/test-case.ts';

type Overview = z.output<typeof overviewSchema>;
type Deadlines = z.output<typeof deadlineReportSchema>;
type Duplicates = z.output<typeof duplicatesSchema>;
type Fairness = z.output<typeof fairnessSchema>;

let real: Awaited<ReturnType<typeof realStore>>;
let stack: ComplaintStack;
let [xyz, abc, supervisor]: TestClient[] = [];

beforeAll(async () => {
  real = await realStore();
  stack = await startComplaintStack({ store: real.store });
  const [first, second] = stack.ids.submitters;
  [xyz, abc] = [await stack.as(first), await stack.as(second)];
  supervisor = await stack.as(stack.ids.supervisorId);
});

afterAll(async () => {
  await stack.end();
  await real.drop();
});

const problem = (title: string) => ({ systemId: stack.ids.systemId, category: 'login', title, description: 'x y z' });

/** A new case of xyz with its agent. */
async function newCase(title: string) {
  const { body } = await xyz!.post<SubmissionAnswer>('/v1/complaints', problem(title));
  const { id } = body.complaint;
  const { agentId } = await untilRecorded(stack.desk, id, { status: 'assigned' });
  return { id, agentId: agentId ?? '', agent: await stack.as(agentId ?? '') };
}

const report = async <Body>(name: string): Promise<Body> => (await supervisor!.get<Body>(`/v1/reports/${name}`)).body;

it('a day at the desk is counted as it was', async () => {
  // One is solved after two more reports, one of them sent knowingly; one goes to tier 2; one is merged; one is left open.
  const solved = await newCase('Kata sandi ditolak');
  const again = await xyz!.post<SubmissionAnswer>('/v1/complaints', problem('Kata sandi ditolak'));
  const joined = await abc!.post(`/v1/complaints/${solved.id}/reports`, problem('Tidak bisa masuk sama sekali'));
  expect([again.status, joined.status]).toEqual([200, 200]);
  const escalated = await newCase('Laporan SPM kosong');
  const merged = await newCase('Cetak SKP gagal');

  const session = (one: typeof solved) =>
    one.agent.post(`/v1/office-servers/${stack.ids.serverId}/sessions`, { complaintId: one.id });
  expect([(await session(solved)).status, (await session(escalated)).status]).toEqual([201, 202]);

  await solved.agent.post(`/v1/complaints/${solved.id}/acknowledge`);
  await solved.agent.post(`/v1/complaints/${solved.id}/resolve`, { resolution: 'Beres.' });
  await xyz!.post(`/v1/complaints/${solved.id}/rate`, { score: 3 });
  await xyz!.post(`/v1/complaints/${solved.id}/rate`, { score: 5 });
  await escalated.agent.post(`/v1/complaints/${escalated.id}/escalate`, { reason: 'Perlu tingkat dua.' });
  const { agentId: second } = await untilRecorded(stack.desk, escalated.id, { status: 'assigned' });
  await supervisor!.post(`/v1/complaints/${merged.id}/merge`, { intoId: escalated.id });
  await untilRecorded(stack.desk, merged.id, { status: 'merged' });
  const open = await newCase('Layar SIMPEG putih');

  // The read model lags: the last to arrive is that the merge was taken in, and the fourth turn.
  await vi.waitUntil(async () => (await real.store.cases.find(escalated.id))?.reportCount === 2, { timeout: 20_000 });
  const key = { deskId: stack.desk.deskId, tier: 'tier-1' } as const;
  await vi.waitUntil(async () => (await real.store.turns.lastSeq(key)) === 4, { timeout: 20_000 });

  const overview = await report<Overview>('overview?groupBy=agent');
  expect(overview.total).toMatchObject({
    ...{ casesReceived: 4, reportsReceived: 6, assigned: 5, escalated: 1, resolved: 1, merged: 1 },
    ...{ reopened: 0, closed: 0, withdrawn: 0, overdue: 0, openNow: 2, overdueNow: 0 },
    ...{ toAssigned: { count: 4 }, toAcknowledged: { count: 2 }, handling: { count: 1 }, toResolved: { count: 1 } },
    ratings: { count: 1, average: 5 },
  });
  expect(overview.total.toResolved.averageSeconds).toBeLessThan(60);
  const agents = new Map(overview.groups.map((group) => [group.id, group]));
  expect(agents.get(solved.agentId)).toMatchObject({ resolved: 1, ratings: { count: 1 } });
  expect(agents.get(second)).toMatchObject({ assigned: 1, openNow: 1 });
  expect(agents.get(null)).toMatchObject({ casesReceived: 4, assigned: 0 });
  expect([...agents.keys()]).toContain(open.agentId);
  expect(overview.days.reduce((sum, day) => sum + day.casesReceived, 0)).toBe(4);

  const { total: deadlines } = await report<Deadlines>('sla');
  expect(deadlines).toEqual({
    acknowledge: { met: 2, missed: 0, metPercent: 100 },
    resolveTier1: { met: 2, missed: 0, metPercent: 100 },
    resolveTier2: { met: 0, missed: 0, metPercent: null },
  });

  const duplicates = await report<Duplicates>('duplicates');
  expect(duplicates.total).toEqual({
    ...{ attached: 2, attachedAutomatically: 1, attachedKnowingly: 1, turnsNotTaken: 2, merges: 1 },
    ...{ sessionsRequested: 2, sessionsThatWaited: 1 },
  });
  expect(duplicates.groups.map(({ id, name }) => [id, name])).toEqual([[stack.desk.officeId, 'Kantor']]);
  expect(duplicates.topCases).toMatchObject([{ complaintId: solved.id, attached: 2, reportCount: 3 }]);

  const fairness = await report<Fairness>('fairness');
  expect(fairness.tiers).toMatchObject([
    { tier: 'tier-1', turns: 4, people: 3, idealTurns: 1.33, spread: 1 },
    { tier: 'tier-2', turns: 1, people: 2, idealTurns: 0.5, spread: 1, jainIndex: 0.5 },
  ]);
  expect(fairness.tiers[0]?.agents.map(({ turns }) => turns)).toEqual([2, 1, 1]);

  const csv = await supervisor!.get<string>('/v1/reports/overview', { accept: 'text/csv' });
  expect(csv.body.split('\n')[1]).toMatch(/^total,,,4,6,/);
});
