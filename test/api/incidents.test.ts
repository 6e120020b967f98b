import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { PresentedIncident } from '../../api/incidents/incident-schemas.ts';
import type { Store } from '../../store/store.ts';
import { realStore } from '../support/api/real-store.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { buildUser } from '../support/builders/user-builder.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

interface Answer {
  incident: PresentedIncident;
}

let stack: ComplaintStack;
let real: { store: Store; drop(): Promise<void> };
let supervisor: TestClient;
let reporters: TestClient[];
let reporterIds: string[];
let sent = 0;

/** Nothing is mailed: that a mail is due is what is looked at. */
const ports = {
  mail: { send: () => Promise.resolve({ outcome: 'accepted' as const, detail: 'ok' }) },
  webhooks: { post: () => Promise.resolve({ status: 200 }) },
  publicUrl: 'http://127.0.0.1',
};

beforeAll(async () => {
  real = await realStore();
  stack = await startComplaintStack({ store: real.store, outbox: { ports } });
  supervisor = await stack.as(stack.ids.supervisorId);
  const { deskId } = stack.desk;
  // Three offices with one reporter each, who all have an address.
  reporterIds = [1, 2, 3].map((n) => `pelapor-${n}-${deskId}`);
  for (const [index, userId] of reporterIds.entries()) {
    const officeId = `kantor-${index}-${deskId}`;
    await real.store.offices.insert({ officeId, name: officeId });
    const nobody = { deskId: null, tier: null, rosterPosition: null, email: `${userId}@kantor.example` };
    await real.store.users.insert(buildUser({ userId, username: userId, role: 'submitter', officeId, ...nobody }));
  }
  reporters = await Promise.all(reporterIds.map((id) => stack.as(id)));
});
afterAll(async () => {
  await stack.end();
  await real.drop();
});

async function send(from: number, more: object = {}): Promise<Complaint> {
  sent += 1;
  const problem = {
    systemId: stack.ids.systemId,
    category: 'login',
    title: `SIPD mati, kode ${sent}`,
    description: 'x',
  };
  const { body, status } = await reporters[from]!.post<SubmissionAnswer>('/v1/complaints', { ...problem, ...more });
  expect(status).toBe(201);
  return body.complaint;
}

const read = async (id: string, as = supervisor) =>
  (await as.get<{ complaint: Complaint }>(`/v1/complaints/${id}`)).body.complaint;
const isSoon = (id: string, wanted: object, as = supervisor) => expect.poll(() => read(id, as)).toMatchObject(wanted);
const incidentOf = async (id: string) => (await supervisor.get<Answer>(`/v1/incidents/${id}`)).body.incident;
const countIsSoon = (id: string, caseCount: number) =>
  expect.poll(async () => (await incidentOf(id)).caseCount).toBe(caseCount);

async function open(more: object = {}): Promise<string> {
  const body = { systemId: stack.ids.systemId, title: 'SIPD mati', notice: 'Sedang ditangani.', ...more };
  const answer = await supervisor.post<Answer>('/v1/incidents', body);
  expect(answer.status).toBe(201);
  return answer.body.incident.id;
}
/** As a client does: a busy worker may be too late with its answer, and the same key gets it. */
async function resolve(id: string, resolution: string, key = `kunci-${id}`) {
  const headers = { 'idempotency-key': key };
  const ask = () => supervisor.post<Answer>(`/v1/incidents/${id}/resolve`, { resolution }, headers);
  let answer = await ask();
  await expect
    .poll(async () => {
      if (answer.status === 503) answer = await ask();
      return answer.status;
    })
    .not.toBe(503);
  return answer;
}

async function newsOf(recipientId: string, kind: string, caseIds: string[]) {
  const { items } = await real.store.notifications.list(recipientId, { now: new Date().toISOString(), limit: 500 });
  return items.filter((each) => each.kind === kind && caseIds.includes(each.caseId));
}

it('gathers the cases of three offices, and resolves them together: each reporter is told and mailed once', async () => {
  // Two of each office, each with an agent of its own.
  const own = await Promise.all([0, 0, 1, 1, 2, 2].map((from) => send(from)));
  for (const { id } of own) await isSoon(id, { status: 'assigned' });
  const [wrong, ...right] = own as [Complaint, ...Complaint[]];
  const id = await open({ complaintIds: [wrong.id, ...right.slice(0, 2).map(({ number }) => number)] });
  expect(
    await supervisor.post(`/v1/incidents/${id}/cases`, { complaintIds: right.map((each) => each.id) }),
  ).toMatchObject({ status: 200, body: { incident: { caseCount: 6 } } });
  for (const each of own) await isSoon(each.id, { status: 'received', agent: null, resolveBy: null, incidentId: id });
  const other = await open();
  expect(await supervisor.post(`/v1/incidents/${other}/cases`, { complaintIds: [wrong.id] })).toMatchObject({
    status: 409,
    body: { code: 'case_in_other_incident' },
  });

  // What its senders say is it takes no turn at all.
  const turns = async () => real.store.turns.lastSeq({ deskId: stack.desk.deskId, tier: 'tier-1' });
  const before = await turns();
  const joined = await Promise.all([0, 1, 2].map((from) => send(from, { incidentId: id })));
  await countIsSoon(id, 9);
  for (const each of joined) await isSoon(each.id, { status: 'received', attempt: 0, incidentId: id });
  expect(await turns()).toBe(before);

  // It was another problem after all: by turn again.
  await supervisor.delete(`/v1/incidents/${id}/cases/${wrong.number}`);
  await isSoon(wrong.id, { status: 'assigned', attempt: 2 });
  expect((await read(wrong.id)).incidentId).toBeUndefined();
  // A reporter gives up: the incident counts it no more.
  const [given] = joined as [Complaint];
  await reporters[0]!.post(`/v1/complaints/${given.id}/withdraw`, { reason: 'Sudah tidak perlu.' });
  await countIsSoon(id, 7);

  const first = await resolve(id, 'Server SIPD sudah pulih.');
  expect(first).toMatchObject({ status: 200, body: { incident: { status: 'resolved', caseCount: 7 } } });
  expect((await resolve(id, 'Server SIPD sudah pulih.')).body.incident).toMatchObject({
    status: 'resolved',
    caseCount: 7,
  });
  const resolved = [...right, ...joined.slice(1)];
  for (const each of resolved) await isSoon(each.id, { status: 'resolved', resolution: 'Server SIPD sudah pulih.' });
  expect(await read(right[0]!.id, reporters[0]!)).toMatchObject({ resolution: 'Server SIPD sudah pulih.' });
  await expect.poll(async () => (await incidentOf(id)).resolvedCount).toBe(7);
  await stack.desk.client.workflow.getHandle(`incident:${id}`).result();
  expect(await read(wrong.id)).toMatchObject({ status: 'assigned' });

  const caseIds = [...own, ...joined].map((each) => each.id);
  for (const recipientId of reporterIds) {
    const news = await newsOf(recipientId, 'incidentResolved', caseIds);
    expect(news).toHaveLength(1);
    await expect.poll(async () => (await real.store.mails.find(news[0]!.notificationId))?.state).toBe('sent');
    expect(await newsOf(recipientId, 'resolved', caseIds)).toEqual([]);
  }
  const { body: listed } = await supervisor.get<{ items: Complaint[] }>(`/v1/complaints?incidentId=${id}&limit=100`);
  expect(listed.items.map((each) => each.id).sort()).toEqual(resolved.map((each) => each.id).sort());

  // For one of them it is not over: by turn, and alone.
  const again = right[0]!;
  await reporters[0]!.post(`/v1/complaints/${again.id}/reopen`, { reason: 'Masih mati.' });
  await isSoon(again.id, { status: 'assigned' });
  expect((await read(again.id)).incidentId).toBeUndefined();
  expect((await real.store.timelines.ofCase(`incident:${id}`, { afterNo: 0, limit: 100 })).map(({ no }) => no)).toEqual(
    Array.from({ length: 9 }, (_, index) => index + 1),
  );
});

it('of cases that join while it is being resolved, none is lost: each is resolved with it, or takes a turn', async () => {
  const id = await open();
  const early = await Promise.all([0, 1].map((from) => send(from, { incidentId: id })));
  const racing = [0, 1, 2, 0, 1, 2].map((from) => send(from, { incidentId: id }));
  const [answer, ...late] = await Promise.all([resolve(id, 'Pulih.'), ...racing]);
  expect(answer.status).toBe(200);
  const after = await send(2, { incidentId: id });
  const all = [...early, ...late, after].map((each) => each.id);
  const settled = async () => {
    const statuses = await Promise.all(all.map(async (each) => (await read(each)).status));
    return statuses.every((status) => status === 'resolved' || status === 'assigned');
  };
  await expect.poll(settled).toBe(true);
  await stack.desk.client.workflow.getHandle(`incident:${id}`).result();
  const resolved = (await Promise.all(all.map((each) => read(each)))).filter(({ status }) => status === 'resolved');
  expect((await incidentOf(id)).caseCount).toBe(resolved.length);
  expect(await read(after.id)).toMatchObject({ status: 'assigned', attempt: 1 });
});

it('resolves sixty cases', async () => {
  const id = await open();
  const many: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const batch = await Promise.all(Array.from({ length: 10 }, (_, index) => send(index % 3, { incidentId: id })));
    many.push(...batch.map((each) => each.id));
  }
  await countIsSoon(id, 60);
  await resolve(id, 'Pulih untuk semua.');
  await expect.poll(async () => (await incidentOf(id)).resolvedCount).toBe(60);
  const views = await Promise.all(many.map((caseId) => real.store.cases.find(caseId)));
  expect(new Set(views.map((view) => view?.status))).toEqual(new Set(['resolved']));
  for (const recipientId of reporterIds) expect(await newsOf(recipientId, 'incidentResolved', many)).toHaveLength(1);
}, 120_000);
