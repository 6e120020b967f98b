import { beforeEach, describe, expect, it } from 'vitest';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { escalationEntry } from './timeline-samples.ts';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

let world: World;

beforeEach(async () => {
  world = await complaintWorld();
});

const get = (as: Parameters<World['call']>[1]['as'], id: string) => world.call('getComplaint', { as, params: { id } });

describe('one case', () => {
  it('shows staff its reports and where it runs', async () => {
    await world.call('submitComplaint', { as: people.xyz, body: { ...complaintBody, serverId: 'srv-123' } });
    const view = await recordCase(world, 0, { previousCaseId: 'before' });
    const { body, headers } = await get(people.supervisor, view.number);
    expect(headers).toEqual({ ETag: '"2"' });
    expect(body.complaint).toMatchObject({
      office: { id: '123', name: 'Kantor 123' },
      system: { id: 'sipd', name: 'SIPD' },
      server: { id: 'srv-123', name: 'Server 123' },
      agent: { id: 'petugas-a', name: 'Petugas A' },
      previousId: 'before',
      reports: [{ submitter: { id: 'xyz', name: 'Xyz' }, description: complaintBody.description }],
    });
    const { url } = body.complaint.workflow ?? { url: '' };
    const id = encodeURIComponent(view.workflowId);
    expect(url).toBe(`http://127.0.0.1:8233/namespaces/default/workflows/${id}/run-${view.caseId}/history`);
  });

  it('shows submitters what they have sent about it themselves, whatever they do with it, and lists show no reports', async () => {
    const own = { ...complaintBody, description: 'Ditulis xyz.' };
    await world.call('submitComplaint', { as: people.xyz, body: own });
    const view = await recordCase(world, 0);
    await world.call('attachReport', {
      as: people.abc,
      params: { id: view.caseId },
      body: { ...own, description: 'Ditulis abc.' },
    });
    const words = async (as: typeof people.xyz | typeof people.abc) =>
      (await get(as, view.caseId)).body.complaint.reports?.map(({ description, submitter }) => [
        submitter.id,
        description,
      ]);
    expect(await words(people.xyz)).toEqual([['xyz', 'Ditulis xyz.']]);
    expect(await words(people.abc)).toEqual([['abc', 'Ditulis abc.']]);
    const list = await world.call('listComplaints', { as: people.xyz });
    expect(list.body.items[0]).not.toHaveProperty('reports');
  });

  it.each([
    ['another submitter', people.abc, 404],
    ['a submitter of another office', people.def, 404],
    ['an agent of another desk', people.agentElsewhere, 404],
    ['an admin', people.admin, 403],
    ['an agent of the desk', people.agentB, 200],
  ])('for %s', async (_who, as, status) => {
    const { body } = await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
    expect((await get(as, body.complaint.id)).status).toBe(status);
    await recordCase(world, 0);
    expect((await get(as, body.complaint.id)).status).toBe(status);
    expect((await get(as, body.complaint.number)).status).toBe(status);
  });

  it('that nobody knows is 404, whatever one asks for', async () => {
    for (const id of ['nope', '__proto__', '261124-ZZZZZ', '%00']) {
      expect((await get(people.agentA, id)).status).toBe(404);
    }
  });

  it('is found by the number of a queued report that was attached to it later', async () => {
    const view = buildCaseView({ reporterIds: ['abc', 'xyz'] });
    await world.store.cases.record(view);
    const { fingerprint } = view;
    const report = buildReport({ fingerprint, placedCaseId: view.caseId, title: 'Milik xyz' });
    await world.store.reports.insert(report);
    const { body } = await get(people.xyz, report.candidate.number);
    expect(body.complaint).toMatchObject({ id: view.caseId, title: 'Milik xyz' });
  });

  it('of long ago does not let in who reported the same problem only now', async () => {
    const closed = buildCaseView({ status: 'closed', reporterIds: ['abc'], updatedAt: '2026-11-20T01:00:00.000Z' });
    await world.store.cases.record(closed);
    await world.store.reports.insert(buildReport({ fingerprint: closed.fingerprint }));
    expect((await get(people.xyz, closed.caseId)).status).toBe(404);
  });
});

describe('the list', () => {
  const list = (as: Parameters<World['call']>[1]['as'], query: Record<string, string> = {}) =>
    world.call('listComplaints', { as, query });
  const ids = ({ body }: Awaited<ReturnType<typeof list>>) => body.items.map(({ id }) => id);

  beforeEach(async () => {
    const day = (n: number) => `2026-11-2${n}T01:00:00.000Z`;
    await world.store.cases.record(buildCaseView({ caseId: 'one', createdAt: day(1), reporterIds: ['xyz'] }));
    await world.store.cases.record(buildCaseView({ caseId: 'two', createdAt: day(2), reporterIds: ['abc'] }));
    await world.store.cases.record(
      buildCaseView({ caseId: 'three', createdAt: day(3), overdue: true, tier: 'tier-2' }),
    );
    await world.store.cases.record(buildCaseView({ caseId: 'other', createdAt: day(4), deskId: 'keuangan' }));
  });

  it('is scoped, newest first', async () => {
    expect(ids(await list(people.agentA))).toEqual(['three', 'two', 'one']);
    expect(ids(await list(people.abc))).toEqual(['two']);
    expect(ids(await list(people.agentElsewhere))).toEqual(['other']);
    expect((await list(people.admin)).status).toBe(403);
  });

  it('is filtered, and a filter never widens the scope', async () => {
    expect(ids(await list(people.supervisor, { overdue: 'true', tier: 'tier-2' }))).toEqual(['three']);
    expect(ids(await list(people.supervisor, { receivedOn: '2026-11-22' }))).toEqual(['two']);
    expect(ids(await list(people.supervisor, { from: '2026-11-22T08:00:00+07:00' }))).toEqual(['three', 'two']);
    expect(ids(await list(people.supervisor, { deskId: 'keuangan' }))).toEqual([]);
    expect(ids(await list(people.abc, { deskId: 'keuangan' }))).toEqual([]);
  });

  it('goes on page by page', async () => {
    const first = await list(people.agentA, { limit: '2' });
    expect(ids(first)).toEqual(['three', 'two']);
    const second = await list(people.agentA, { limit: '2', cursor: first.body.nextCursor ?? '' });
    expect(ids(second)).toEqual(['one']);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect((await list(people.agentA, { cursor: 'bm9wZQ' })).problem?.code).toBe('invalid_cursor');
  });

  it.each<Record<string, string>>([
    { limit: '0' },
    { limit: '101' },
    { limit: 'x' },
    { status: 'lost' },
    { receivedOn: 'today' },
    { nope: '1' },
  ])('refuses %o', async (query) => {
    expect((await list(people.agentA, query)).status).toBe(400);
  });
});

describe('the timeline', () => {
  const timeline = (as: Parameters<World['call']>[1]['as'], query: Record<string, string> = {}) =>
    world.call('getTimeline', { as, params: { id: 'c' }, query });

  beforeEach(async () => {
    await world.store.cases.record(buildCaseView({ caseId: 'c' }));
    const at = '2026-11-24T01:00:00.000Z';
    const message = { caseId: 'c', authorId: 'petugas-a', at };
    await world.store.messages.insert({ ...message, messageId: 'm-1', kind: 'escalationReason', text: 'Rahasia' });
    await world.store.messages.insert({ ...message, messageId: 'm-2', kind: 'resolution', text: 'Beres' });
    const system = { id: 'system', role: 'system' as const };
    const data = { agentId: 'petugas-a', tier: 'tier-1', attempt: 1, turn: 4 };
    const agent = { id: 'petugas-q', role: 'agent' as const };
    await world.store.timelines.append([
      buildTimelineEntry({ caseId: 'c', no: 1, type: 'assigned', actor: system, data }),
      escalationEntry('c', 2),
      buildTimelineEntry({ caseId: 'c', no: 3, type: 'resolved', actor: agent, data: { resolutionId: 'm-2' } }),
      buildTimelineEntry({ caseId: 'c', no: 4, type: 'futureType', actor: system, data: { secret: 'x' } }),
    ]);
  });

  it('gives staff everything, with texts and names beside their ids', async () => {
    const { body } = await timeline(people.agentB);
    expect(body.items).toMatchObject([
      { no: 1, actor: { name: 'Sistem' }, data: { agentId: 'petugas-a', agentName: 'Petugas A', turn: 4 } },
      { no: 2, data: { reasonId: 'm-1', reason: 'Rahasia' } },
      { no: 3, data: { resolutionId: 'm-2', resolution: 'Beres' } },
      { no: 4, data: { secret: 'x' } },
    ]);
    expect(body.items.every(({ hash }) => typeof hash === 'string')).toBe(true);
  });

  it('gives submitters the course of things', async () => {
    const { body } = await timeline(people.xyz);
    expect(body.items.map(({ data }) => data)).toEqual([
      { agentId: 'petugas-a', agentName: 'Petugas A', tier: 'tier-1' },
      {},
      { resolution: 'Beres' },
      {},
    ]);
  });

  it('goes on page by page, without a gap', async () => {
    const first = await timeline(people.agentB, { limit: '3' });
    const second = await timeline(people.agentB, { limit: '3', cursor: first.body.nextCursor ?? '' });
    expect([...first.body.items, ...second.body.items].map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(second.body).not.toHaveProperty('nextCursor');
  });
});
