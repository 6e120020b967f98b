import { beforeEach, describe, expect, it } from 'vitest';
import { newCaseNumber } from '../../../api/complaints/intake/case-identity.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

let world: World;

beforeEach(async () => {
  world = await complaintWorld();
});

const submit = (overrides: object = {}, call: Partial<Parameters<World['call']>[1]> = {}) =>
  world.call('submitComplaint', { as: people.xyz, body: { ...complaintBody, ...overrides }, ...call });
const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const stored = () => world.store.reports.unplaced({ before: '9999', limit: 1000 });

describe('a complaint', () => {
  it('opens a case, and the answer can be read at once by id and by number', async () => {
    const { body, headers, status } = await submit();
    expect(status).toBe(201);
    expect(headers).toEqual({ Location: `/v1/complaints/${body.complaint.id}`, ETag: '"0"' });
    expect(body).toMatchObject({ duplicate: false, complaint: { status: 'received', agent: null, reportCount: 1 } });
    expect(body.complaint.number).toMatch(/^261124-[0-9A-HJKMNP-TV-Z]{5}$/);
    for (const id of [body.complaint.id, body.complaint.number, body.complaint.number.toLowerCase()]) {
      const read = await world.call('getComplaint', { as: people.xyz, params: { id } });
      const { reports, ...complaint } = read.body.complaint;
      expect(complaint).toEqual(body.complaint);
      expect(reports).toMatchObject([body.report]);
      const timeline = await world.call('getTimeline', { as: people.xyz, params: { id } });
      expect(timeline.body).toEqual({ items: [] });
    }
    expect(world.engine.cases[0]?.previousCaseId).toBeNull();
  });

  it('carries the day of the desk, not of the server', () => {
    expect(newCaseNumber(new Date('2026-11-24T18:00:00Z'), 'Asia/Jakarta')).toMatch(/^261125-/);
    expect(newCaseNumber(new Date('2026-11-24T18:00:00Z'), 'No/Where')).toMatch(/^261124-/);
  });

  it('attaches to the open case of the same problem, whoever sends it and however politely', async () => {
    const first = await submit();
    const second = await submit({ title: 'Mohon bantuannya, tidak bisa masuk SIPD!' }, { as: people.abc });
    expect(second).toMatchObject({ status: 200, body: { duplicate: true } });
    expect(second.body.complaint.id).toBe(first.body.complaint.id);
    expect(second.body.complaint.title).toBe('Mohon bantuannya, tidak bisa masuk SIPD!');
    expect(world.engine.cases).toHaveLength(1);
    expect(await stored()).toHaveLength(2);
    const read = await world.call('getComplaint', { as: people.abc, params: { id: first.body.complaint.number } });
    expect(read).toMatchObject({ status: 200, body: { complaint: { title: second.body.complaint.title } } });
  });

  it('is a case of its own in another office', async () => {
    await submit();
    expect(await submit({}, { as: people.def })).toMatchObject({ status: 201 });
  });

  it('links to the closed case of the same problem', async () => {
    const first = await submit();
    const view = await recordCase(world, 0, { status: 'closed', version: 9 });
    world.engine.endCase(view.workflowId);
    const second = await submit();
    expect(second.status).toBe(201);
    expect(second.body.complaint.id).not.toBe(first.body.complaint.id);
    expect(world.engine.cases[1]?.previousCaseId).toBe(first.body.complaint.id);
  });
});

describe('an Idempotency-Key', () => {
  it('makes fifty requests at once one report, one case, one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit({}, withKey('k1'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.complaint.id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.report.id)).size).toBe(1);
    expect(world.engine.cases).toHaveLength(1);
    expect(world.engine.cases[0]?.reports).toHaveLength(1);
  });

  it('without one, fifty at once are fifty reports of one case', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => body.complaint.id)).size).toBe(1);
    expect(new Set(world.engine.cases[0]?.reports.map(({ reportId }) => reportId)).size).toBe(50);
  });

  it('with another payload is refused, also when both come at once', async () => {
    const answers = await Promise.all([submit({}, withKey('k1')), submit({ title: 'Lain sekali' }, withKey('k1'))]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 422]);
    const again = await submit({ description: 'Yang lain' }, withKey('k1'));
    expect(again.problem?.code).toBe('idempotency_key_reused');
  });

  it('belongs to its sender', async () => {
    await submit({}, withKey('k1'));
    const other = await submit({ title: 'Lain sekali' }, { as: people.abc, ...withKey('k1') });
    expect(other.status).toBe(201);
  });

  it('sent again gets the same answer, also much later', async () => {
    const first = await submit({}, withKey('new'));
    const attached = await submit({}, { as: people.abc, ...withKey('attached') });
    const view = await recordCase(world, 0);
    world.engine.endCase(view.workflowId);
    await world.store.cases.record({ ...view, status: 'closed', version: 9 });
    expect(await submit({}, withKey('new'))).toMatchObject({ status: 201, body: { report: first.body.report } });
    const repeated = await submit({}, { as: people.abc, ...withKey('attached') });
    expect(repeated).toMatchObject({ status: 200, body: { duplicate: true, report: attached.body.report } });
    expect(repeated.body.complaint.id).toBe(first.body.complaint.id);
    expect(world.engine.cases).toHaveLength(1);
  });

  it('of a bad form is refused', async () => {
    const answer = await submit({}, withKey('mit Leerzeichen'));
    expect(answer.problem?.options.faults).toMatchObject([{ in: 'header', pointer: '#/idempotency-key' }]);
  });
});

describe('between two calls', () => {
  it('the case may end: then the report opens the next one', async () => {
    await submit();
    const { workflowId = '' } = world.engine.cases[0] ?? {};
    let ended = false;
    world.engine.onCall = (method) => {
      if (method !== 'attachReport' || ended) return;
      ended = true;
      world.engine.endCase(workflowId);
    };
    expect(await submit({}, { as: people.abc })).toMatchObject({ status: 201 });
    expect(world.engine.cases).toHaveLength(2);
  });

  it('the case that was seen a moment ago may end, and another open: then the report goes to that one', async () => {
    const first = await submit();
    await submit({}, { as: people.abc });
    const { workflowId = '' } = world.engine.cases[0] ?? {};
    world.engine.endCase(workflowId);
    const next = await submit();
    const last = await submit({}, { as: people.abc });
    expect(next.body.complaint.id).not.toBe(first.body.complaint.id);
    expect(last).toMatchObject({ status: 200, body: { duplicate: true, complaint: { id: next.body.complaint.id } } });
    expect(world.engine.cases.map(({ reports }) => reports.length)).toEqual([2, 2]);
  });

  it('the case that is known by now is not started again', async () => {
    const calls: string[] = [];
    await submit();
    await submit();
    world.engine.onCall = (method) => calls.push(method);
    expect(await submit()).toMatchObject({ status: 200 });
    expect(calls).toEqual(['attachToKnown']);
  });

  it('cases may come and go for ever: then the report is kept for later', async () => {
    await submit();
    const { workflowId = '' } = world.engine.cases[0] ?? {};
    const [template] = world.engine.cases;
    world.engine.onCall = (method) => {
      if (method === 'attachReport') world.engine.endCase(workflowId);
      if (method === 'startCase' && template) world.engine.cases.push({ ...template, caseId: 'other', running: true });
    };
    expect(await submit({}, { as: people.abc })).toMatchObject({ status: 202, body: { duplicate: false } });
  });
});

describe('while an engine is away', () => {
  it('Temporal: the answer is 202, readable, and the same key keeps its report', async () => {
    world.engine.down = true;
    const queued = await submit({}, withKey('k1'));
    expect(queued).toMatchObject({
      status: 202,
      body: { duplicate: false, complaint: { status: 'received', version: 0 } },
    });
    const read = await world.call('getComplaint', { as: people.xyz, params: { id: queued.body.complaint.number } });
    const { reports, ...complaint } = read.body.complaint;
    expect(complaint).toEqual(queued.body.complaint);
    expect(reports).toMatchObject([queued.body.report]);
    world.engine.down = false;
    const later = await submit({}, withKey('k1'));
    expect(later).toMatchObject({ status: 201, body: { report: queued.body.report } });
    expect(later.body.complaint.id).toBe(queued.body.complaint.id);
  });

  it('the store: 503, and nothing was started', async () => {
    let up = true;
    world = await complaintWorld(fakeStore({ available: () => up }));
    up = false;
    const answer = await submit();
    expect(answer).toMatchObject({ status: 503, problem: { code: 'store_unavailable' } });
    expect(world.engine.cases).toHaveLength(0);
  });
});

describe('on behalf of a submitter', () => {
  it('an agent reports for the office of the submitter, who can read it', async () => {
    const answer = await submit({ onBehalfOf: 'def' }, { as: people.agentA });
    expect(answer).toMatchObject({ status: 201, body: { complaint: { office: { id: '124', name: 'Kantor 124' } } } });
    const { id } = answer.body.complaint;
    expect((await world.call('getComplaint', { as: people.def, params: { id } })).status).toBe(200);
    expect((await world.call('getComplaint', { as: people.agentA, params: { id } })).status).toBe(200);
    expect(await stored()).toMatchObject([{ submitterId: 'def', enteredById: 'petugas-a' }]);
  });
});

describe('refused before anything is kept', () => {
  const long = 'x'.repeat(201);
  it.each([
    ['an unknown system', { systemId: 'nope' }, people.xyz, 'unknown_system', '#/systemId'],
    ['an unknown server', { serverId: 'nope' }, people.xyz, 'unknown_server', '#/serverId'],
    ['a server of another office', { serverId: 'srv-124' }, people.xyz, 'server_of_other_office', '#/serverId'],
    ['a submitter without an office', {}, people.homeless, 'submitter_without_office', undefined],
    ['an agent for nobody', {}, people.agentA, 'validation_failed', '#/onBehalfOf'],
    ['an agent for an agent', { onBehalfOf: 'petugas-b' }, people.agentA, 'unknown_submitter', '#/onBehalfOf'],
    ['an agent for a stranger', { onBehalfOf: 'nope' }, people.agentA, 'unknown_submitter', '#/onBehalfOf'],
    ['an agent of another desk', { onBehalfOf: 'xyz' }, people.agentElsewhere, 'system_of_other_desk', '#/systemId'],
    ['a submitter for another', { onBehalfOf: 'abc' }, people.xyz, 'forbidden', undefined],
    ['a supervisor', {}, people.supervisor, 'forbidden', undefined],
    ['an admin', {}, people.admin, 'forbidden', undefined],
    ['an unknown attachment', { attachmentIds: ['a'] }, people.xyz, 'unknown_attachment', '#/attachmentIds/0'],
    ['a short title', { title: '  ab ' }, people.xyz, 'validation_failed', '#/title'],
    ['a long title', { title: long }, people.xyz, 'validation_failed', '#/title'],
    ['a title of two lines', { title: 'satu\ndua' }, people.xyz, 'validation_failed', '#/title'],
    ['an invisible title', { title: '\u200b\u200b\u200b\u200b' }, people.xyz, 'validation_failed', '#/title'],
    ['a title that turns round', { title: 'abc\u202etxt.exe' }, people.xyz, 'validation_failed', '#/title'],
    ['an empty description', { description: ' \n ' }, people.xyz, 'validation_failed', '#/description'],
    ['a long description', { description: 'x'.repeat(10_001) }, people.xyz, 'validation_failed', '#/description'],
    ['a bell in the description', { description: 'a\u0007b' }, people.xyz, 'validation_failed', '#/description'],
    ['a long category', { category: 'x'.repeat(81) }, people.xyz, 'validation_failed', '#/category'],
    ['a title that is none', { title: { $gt: '' } }, people.xyz, 'validation_failed', '#/title'],
    ['a field that is none', { agentId: 'petugas-a' }, people.xyz, 'validation_failed', '#/agentId'],
  ])('%s', async (_what, overrides, as, code, pointer) => {
    const { problem } = await submit(overrides, { as });
    expect(problem?.code).toBe(code);
    expect(problem?.options.faults?.[0]?.pointer).toBe(pointer);
    expect(await stored()).toEqual([]);
    expect(world.engine.cases).toEqual([]);
  });

  it('text in any script is welcome', async () => {
    const answer = await submit({ title: 'لا أستطيع الدخول 🚫', description: 'baris satu\nbaris\tdua' });
    expect(answer.status).toBe(201);
  });
});
