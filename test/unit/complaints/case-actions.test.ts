import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal, RefusalCode } from '../../../workflows/complaint/complaint-errors.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { CaseAction } from '../../../api/engine/engine-types.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';
import { assignedWorld, complaintBody, people, type World } from './complaint-world.ts';

let world: World;
let view: CaseView;
let acted: CaseAction[];

beforeEach(async () => {
  ({ world, view } = await assignedWorld());
  acted = [];
  world.engine.onAct = (_address, action) => {
    acted.push(action);
    const status = action.name === 'resolve' ? ('resolved' as const) : ('inProgress' as const);
    const resolutionId = action.name === 'resolve' ? action.ref.resolutionId : null;
    return { kind: 'done', answer: { repeated: false, view: { ...view, status, resolutionId, version: 3 } } };
  };
});

const act = (name: string, call: Partial<Parameters<World['call']>[1]> = {}) =>
  world.call(`${name}Complaint`, { as: people.agentA, params: { id: view.number }, ...call });
const refuse = (refusal: Partial<Refusal> & { code: RefusalCode }) => {
  world.engine.onAct = () => ({
    kind: 'refused',
    refusal: { status: 'resolved', agentId: 'petugas-b', version: 7, ...refusal },
  });
};

describe('an action', () => {
  it('is done by the case and answered with what it is now', async () => {
    const answer = await act('acknowledge');
    expect(answer).toMatchObject({
      status: 200,
      headers: { ETag: '"3"' },
      body: { complaint: { status: 'inProgress' } },
    });
    expect(acted).toMatchObject([{ name: 'acknowledge', ref: { actor: { id: 'petugas-a', role: 'agent' } } }]);
  });

  it('has its news published before it is answered, so that whoever did it can read it', async () => {
    const entry = buildTimelineEntry({ caseId: view.caseId, no: 2, type: 'acknowledged' });
    const news = { entries: [entry], placedReportIds: [], texts: [], releases: [] };
    world.engine.onAct = (_address, { ref }) => {
      acted.push({ name: 'acknowledge', ref });
      return { kind: 'done', answer: { repeated: false, view: { ...view, status: 'inProgress', version: 3 }, news } };
    };
    const { body } = await act('acknowledge');
    expect(acted[0]?.ref.publishes).toBe(true);
    expect(await world.store.cases.find(view.caseId)).toMatchObject({ status: 'inProgress', version: 3 });
    expect(await world.store.timelines.ofCase(view.caseId, { afterNo: 1, limit: 9 })).toEqual([entry]);
    expect(body).not.toHaveProperty('news');
  });

  it('keeps its text first, under the id that the case is told', async () => {
    const answer = await act('resolve', { body: { resolution: ' Sandi diatur ulang. ' } });
    expect(answer).toMatchObject({ status: 200, body: { complaint: { resolution: 'Sandi diatur ulang.' } } });
    const [action] = acted;
    const id = action?.name === 'resolve' ? action.ref.resolutionId : '';
    expect(await world.store.messages.findMany([id])).toMatchObject([
      { kind: 'resolution', authorId: 'petugas-a', caseId: view.caseId, text: 'Sandi diatur ulang.' },
    ]);
  });

  it('escalates with a reason that submitters do not get', async () => {
    await act('escalate', { body: { reason: 'Perlu akses server' } });
    expect(acted).toMatchObject([{ name: 'escalate' }]);
    expect(acted[0]?.name === 'escalate' && acted[0].ref.reasonId).toBe(acted[0]?.ref.actionId);
  });

  it('has the same id when it is repeated with the same key, and another otherwise', async () => {
    const headers = { 'idempotency-key': 'k' };
    await act('acknowledge', { headers });
    await act('acknowledge', { headers });
    await act('acknowledge');
    await act('acknowledge', { as: people.supervisor, headers });
    const ids = acted.map(({ ref }) => ref.actionId);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it('with the same key and another text is refused', async () => {
    const headers = { 'idempotency-key': 'k' };
    await act('resolve', { headers, body: { resolution: 'satu' } });
    const again = await act('resolve', { headers, body: { resolution: 'dua' } });
    expect(again.problem?.code).toBe('idempotency_key_reused');
  });

  it('insists on the version of If-Match', async () => {
    await act('acknowledge', { headers: { 'if-match': '"2"' } });
    await act('acknowledge', { headers: { 'if-match': '*' } });
    expect(acted.map(({ ref }) => ref.expectedVersion)).toEqual([2, undefined]);
  });
});

describe('refused by the case', () => {
  it.each([
    ['NotAssigned', 'not_assigned', 403],
    ['CaseMovedOn', 'case_moved_on', 409],
    ['IllegalInStatus', 'illegal_in_status', 409],
    ['NoHigherTier', 'no_higher_tier', 409],
    ['VersionMismatch', 'version_mismatch', 412],
  ] as const)('%s is %s', async (code, problemCode, status) => {
    refuse({ code });
    const { problem } = await act('acknowledge');
    expect(problem).toMatchObject({ code: problemCode, status, options: { members: { version: 7 } } });
  });

  it('says who has it now, and in which state it is, in words', async () => {
    refuse({ code: 'CaseMovedOn' });
    expect((await act('acknowledge')).problem?.options.values).toEqual({ agent: 'Petugas B' });
    refuse({ code: 'CaseMovedOn', agentId: null });
    expect((await act('acknowledge', { locale: 'en' })).problem?.options.values).toEqual({ agent: 'nobody yet' });
    refuse({ code: 'IllegalInStatus', status: 'inProgress' });
    expect((await act('acknowledge')).problem?.options.values).toEqual({ status: 'sedang ditangani' });
  });

  it('Malformed is our own fault', async () => {
    refuse({ code: 'Malformed' });
    await expect(act('acknowledge')).rejects.toThrow('malformed');
  });
});

describe('without an answer', () => {
  it('resolve and escalate are left with the case, under the same id', async () => {
    world.engine.onAct = () => ({ kind: 'unanswered' });
    const resolved = await act('resolve', { headers: { 'idempotency-key': 'k' }, body: { resolution: 'beres' } });
    expect(resolved).toMatchObject({ status: 202, body: { complaint: { status: 'assigned', version: 2 } } });
    await act('escalate', { body: { reason: 'sulit' } });
    expect(world.engine.cases[0]?.signalledActions.map(({ name }) => name)).toEqual(['resolve', 'escalate']);
  });

  it('acknowledge, and whatever insists on a version, is 503', async () => {
    world.engine.onAct = () => ({ kind: 'unanswered' });
    const headers = { 'if-match': '"2"' };
    for (const answer of [await act('acknowledge'), await act('resolve', { headers, body: { resolution: 'beres' } })]) {
      expect(answer).toMatchObject({ status: 503, problem: { code: 'worker_unavailable' } });
      expect(answer.headers['Retry-After']).toBe('2');
    }
    expect(world.engine.cases[0]?.signalledActions).toEqual([]);
  });

  it('and without Temporal it is 503', async () => {
    world.engine.down = true;
    const answer = await act('resolve', { body: { resolution: 'beres' } });
    expect(answer).toMatchObject({ status: 503, problem: { code: 'engine_unavailable' } });
  });
});

describe('not possible', () => {
  it('on a case that has ended, even if the read model does not know yet', async () => {
    world.engine.endCase(view.workflowId);
    expect((await act('acknowledge')).problem?.code).toBe('case_closed');
    await world.store.cases.record({ ...view, status: 'closed', version: 9 });
    expect((await act('acknowledge')).problem?.code).toBe('case_closed');
    expect(acted).toEqual([]);
  });

  it('on the next case of the same problem, by mistake', async () => {
    world.engine.endCase(view.workflowId);
    await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
    expect(world.engine.cases).toHaveLength(2);
    expect((await act('acknowledge')).problem?.code).toBe('case_closed');
    expect(acted).toEqual([]);
  });

  it('on a case that has not begun', async () => {
    const { body } = await world.call('submitComplaint', { as: people.def, body: complaintBody });
    const answer = await act('acknowledge', { params: { id: body.complaint.id } });
    expect(answer.problem?.code).toBe('case_not_begun');
  });

  it.each([
    ['the submitter', people.xyz, 403],
    ['another submitter', people.abc, 403],
    ['an agent of another desk', people.agentElsewhere, 404],
    ['an admin', people.admin, 403],
  ])('for %s', async (_who, as, status) => {
    expect((await act('resolve', { as, body: { resolution: 'beres' } })).status).toBe(status);
    expect(acted).toEqual([]);
  });

  it('late, except for the repetition of what resolved it', async () => {
    const headers = { 'idempotency-key': 'k' };
    const call = { headers, body: { resolution: 'beres' } };
    await act('resolve', call);
    const resolutionId = acted[0]?.ref.actionId ?? null;
    await world.store.cases.record({ ...view, status: 'closed', resolutionId, version: 9 });
    world.engine.endCase(view.workflowId);
    expect(await act('resolve', call)).toMatchObject({ status: 200, body: { complaint: { status: 'closed' } } });
  });
});
