import { beforeEach, describe, expect, it } from 'vitest';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

const other = {
  ...complaintBody,
  title: 'Login SIPD muter terus',
  description: 'Habis isi sandi balik lagi ke depan.',
};

let world: World;
let id: string;

const attach = (
  as: (typeof people)[keyof typeof people],
  options: { body?: object; headers?: Record<string, string>; id?: string; locale?: 'id' | 'en' } = {},
) =>
  world.call('attachReport', {
    ...{ as, params: { id: options.id ?? id }, body: options.body ?? other },
    ...{ headers: options.headers ?? {}, locale: options.locale ?? 'id' },
  });

beforeEach(async () => {
  world = await complaintWorld();
  await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
  ({ caseId: id } = await recordCase(world, 0));
});

describe('attaching knowingly', () => {
  it('adds the report to the running case, whatever its words, and says kindly who has it', async () => {
    const answer = await attach(people.abc, { locale: 'en' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ duplicate: true, complaint: { id, title: other.title } });
    expect(answer.body.advice).toContain('has been with Petugas A since');
    expect(world.engine.cases).toHaveLength(1);
    expect(world.engine.cases[0]?.reports.map(({ submitterId }) => submitterId)).toEqual(['xyz', 'abc']);
  });

  it('lets the reporter read the case at once, by their own title', async () => {
    await attach(people.abc);
    const read = await world.call('getComplaint', { as: people.abc, params: { id } });
    expect(read.body.complaint.title).toBe(other.title);
    expect((await world.call('getComplaint', { as: people.def, params: { id } })).status).toBe(404);
  });

  it('takes the number for the id', async () => {
    const number = world.engine.cases[0]?.number.toLowerCase();
    expect((await attach(people.abc, { id: number })).body.complaint.id).toBe(id);
  });

  it('with one key is one report, answered again even when the case has ended since', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await attach(people.abc, { headers });
    await recordCase(world, 0, { version: 3 });
    const again = await attach(people.abc, { headers });
    expect([again.status, again.body.report.id]).toEqual([200, first.body.report.id]);
    await recordCase(world, 0, { status: 'closed', version: 9 });
    world.engine.endCase(world.engine.cases[0]?.workflowId ?? '');
    expect((await attach(people.abc, { headers })).body.report.id).toBe(first.body.report.id);
    expect((await attach(people.abc, { headers, body: complaintBody })).problem?.code).toBe('idempotency_key_reused');
    expect(await world.store.reports.ofCase(id)).toHaveLength(2);
  });

  it('is refused when the case has ended, also when only Temporal knows it, and keeps nothing', async () => {
    world.engine.endCase(world.engine.cases[0]?.workflowId ?? '');
    expect((await attach(people.abc)).problem?.code).toBe('case_closed');
    await recordCase(world, 0, { status: 'closed', version: 9 });
    expect((await attach(people.abc)).status).toBe(409);
    expect(await world.store.reports.unplaced({ before: '9999', limit: 9 })).toEqual([]);
  });

  it('opens the next case of the problem when the case ends in that instant: nothing is lost', async () => {
    world.engine.onCall = (method) => {
      if (method === 'attachToKnown') world.engine.endCase(world.engine.cases[0]?.workflowId ?? '');
    };
    const answer = await attach(people.abc);
    expect([answer.status, answer.body.duplicate]).toEqual([201, false]);
    expect(world.engine.cases.map(({ running }) => running)).toEqual([false, true]);
  });

  it('keeps the report while Temporal is away: 202', async () => {
    world.engine.down = true;
    const answer = await attach(people.abc);
    expect(answer.status).toBe(202);
    expect(await world.store.reports.unplaced({ before: '9999', limit: 9 })).toMatchObject([{ submitterId: 'abc' }]);
  });

  it('goes to the case that survives a merger', async () => {
    await world.call('submitComplaint', { as: people.xyz, body: other });
    const survivor = await recordCase(world, 1);
    await recordCase(world, 0, { status: 'merged', mergedIntoId: survivor.caseId, version: 9 });
    expect((await attach(people.abc)).body.complaint.id).toBe(survivor.caseId);
  });

  it('is only for a case of the own office', async () => {
    expect((await attach(people.def)).status).toBe(404);
    expect((await attach(people.homeless)).status).toBe(404);
    expect((await attach(people.abc, { id: 'unknown' })).status).toBe(404);
    expect((await attach(people.supervisor)).status).toBe(403);
  });

  it('by an agent is for a submitter of the office of the case, whose desk they belong to', async () => {
    const body = (onBehalfOf: string) => ({ ...other, onBehalfOf });
    expect((await attach(people.agentA, { body: body('abc') })).status).toBe(200);
    expect((await attach(people.agentA, { body: body('def') })).problem?.code).toBe('submitter_of_other_office');
    expect((await attach(people.agentElsewhere, { body: body('abc') })).status).toBe(404);
  });

  it('is not for a system that another desk serves', async () => {
    const answer = await attach(people.abc, { body: { ...other, systemId: 'kas' } });
    expect(answer.problem?.code).toBe('case_of_other_desk');
  });
});
