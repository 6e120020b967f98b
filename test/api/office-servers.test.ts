import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import type { SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { officeServerSchema, sessionSchema } from '../../api/office-servers/office-server-schemas.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { untilRecorded } from '../support/desk/test-case.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

type Session = z.output<typeof sessionSchema>;
type Server = z.output<typeof officeServerSchema>;
interface Refused {
  code: string;
  detail: string;
}

let stack: ComplaintStack;
let supervisor: TestClient;

beforeAll(async () => {
  stack = await startComplaintStack({ tier1: 6 });
  supervisor = await stack.as(stack.ids.supervisorId, 'en');
});
afterAll(() => stack.end());

/** A server of the stack's office for one test, so that tests do not queue behind each other. */
async function newServer(overrides: { officeId?: string; address?: string } = {}): Promise<string> {
  const serverId = `srv-${randomUUID().slice(0, 8)}`;
  const standard = { officeId: stack.desk.officeId, name: 'Server', sessionLimit: 1, address: 'srv.kantor.example' };
  await stack.desk.store.officeServers.insert({ serverId, ...standard, ...overrides });
  return serverId;
}

/** A new case with its agent, who may ask for sessions. */
async function newCase() {
  const submitter = await stack.as(stack.ids.submitters[0]);
  const { systemId } = stack.ids;
  const texts = { title: `Masalah ${randomUUID()}`, description: 'Perlu sesi di server kantor.' };
  const sent = await submitter.post<SubmissionAnswer>('/v1/complaints', { systemId, category: 'login', ...texts });
  const { id } = sent.body.complaint;
  const { agentId } = await untilRecorded(stack.desk, id, { status: 'assigned' });
  const agent = await stack.as(agentId ?? '', 'en');
  return {
    id,
    agentId: agentId ?? '',
    agent,
    submitter,
    ask: (serverId: string, body: object = {}) =>
      agent.post<{ session: Session }>(`/v1/office-servers/${serverId}/sessions`, { complaintId: id, ...body }),
  };
}

const sessionPath = ({ serverId, id }: Pick<Session, 'serverId' | 'id'>) =>
  `/v1/office-servers/${serverId}/sessions/${id}`;

const sessionUntil = (client: TestClient, session: Session, state: Session['state']) =>
  vi.waitUntil(
    async () => {
      const { body } = await client.get<{ session: Session }>(sessionPath(session));
      return body.session.state === state ? body.session : null;
    },
    { timeout: 15_000, interval: 50 },
  );

describe('sessions on an office server', () => {
  it('go to one case at a time; who waits sees behind whom, and is let in when the case is resolved', async () => {
    const [one, two, serverId] = [await newCase(), await newCase(), await newServer()];
    const first = await one.ask(serverId, { minutes: 45 });
    expect(first).toMatchObject({ status: 201, body: { session: { state: 'granted', token: 1, minutes: 45 } } });
    expect(first.headers.get('location')).toBe(sessionPath(first.body.session));
    const second = await two.ask(serverId);
    const holders = [{ agent: { id: one.agentId }, complaintId: one.id, until: first.body.session.expiresAt }];
    expect(second).toMatchObject({ status: 202, body: { session: { state: 'queued', position: 1, holders } } });
    const again = await two.ask(serverId);
    expect(again).toMatchObject({
      status: 202,
      body: { session: { id: second.body.session.id, position: 1, holders } },
    });

    const { body: server } = await supervisor.get<Server>(`/v1/office-servers/${serverId}`);
    expect(server).toMatchObject({
      sessionLimit: 1,
      sessions: [{ agent: { id: one.agentId }, complaintId: one.id, token: 1 }],
      queue: [{ agent: { id: two.agentId }, complaintId: two.id, position: 1 }],
    });
    await one.agent.post(`/v1/complaints/${one.id}/resolve`, { resolution: 'Selesai.' });
    const granted = await sessionUntil(two.agent, second.body.session, 'granted');
    expect(granted).toMatchObject({ token: 2 });
    expect(await sessionUntil(one.agent, first.body.session, 'ended')).toMatchObject({ how: 'caseLeft' });
    expect(await one.ask(serverId)).toMatchObject({ status: 409, body: { code: 'illegal_in_status' } });
  });

  it('move on when their case is escalated', async () => {
    const [one, two, serverId] = [await newCase(), await newCase(), await newServer()];
    const { session } = (await one.ask(serverId)).body;
    const waiting = (await two.ask(serverId)).body.session;
    await one.agent.post(`/v1/complaints/${one.id}/escalate`, { reason: 'Perlu tingkat 2.' });
    await sessionUntil(two.agent, waiting, 'granted');
    expect(await sessionUntil(two.agent, session, 'ended')).toMatchObject({ how: 'caseLeft' });
    expect(await one.ask(serverId)).toMatchObject({ status: 409, body: { code: 'case_moved_on' } });
    const { agentId } = await untilRecorded(stack.desk, one.id, { status: 'assigned' });
    const next = await stack.as(agentId ?? '');
    const asked = await next.post(`/v1/office-servers/${serverId}/sessions`, { complaintId: one.id });
    expect(asked).toMatchObject({ status: 202, body: { session: { position: 1 } } });
  });

  it('are connected to by their holder alone', async () => {
    const [one, two, serverId] = [await newCase(), await newCase(), await newServer()];
    const { session } = (await one.ask(serverId)).body;
    const waiting = (await two.ask(serverId)).body.session;
    const file = await one.agent.get<string>(`${sessionPath(session)}/connection`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toMatch(/^application\/x-rdp/);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${serverId}.rdp"`);
    expect(file.body.split('\r\n')).toContain('full address:s:srv.kantor.example');
    const connect = (client: TestClient, to: Session) => client.get<Refused>(`${sessionPath(to)}/connection`);
    expect(await connect(two.agent, session)).toMatchObject({ status: 403, body: { code: 'not_session_holder' } });
    expect(await connect(two.agent, waiting)).toMatchObject({ status: 409, body: { code: 'session_not_granted' } });
    expect((await connect(supervisor, session)).status).toBe(403);
    expect((await connect(one.submitter, session)).status).toBe(403);
    await one.agent.delete(sessionPath(session));
    expect(await connect(one.agent, session)).toMatchObject({ status: 409, body: { code: 'session_ended' } });
    const nowhere = await newServer({ address: 'srv\r\nalternate shell:s:calc' });
    const there = (await one.ask(nowhere)).body.session;
    expect(await connect(one.agent, there)).toMatchObject({ status: 409, body: { code: 'server_without_address' } });
  });

  it('are prolonged and given back by their holder; a supervisor revokes them with a reason', async () => {
    const [one, two, serverId] = [await newCase(), await newCase(), await newServer()];
    const { session } = (await one.ask(serverId, { minutes: 60 })).body;
    const extend = (client: TestClient, minutes: number, key: string) =>
      client.post<{ session: Session }>(`${sessionPath(session)}/extend`, { minutes }, { 'idempotency-key': key });
    const longer = await extend(one.agent, 30, 'k');
    const repeated = await extend(one.agent, 30, 'k');
    expect([longer.status, repeated.body.session.expiresAt]).toEqual([200, longer.body.session.expiresAt]);
    const gained = Date.parse(longer.body.session.expiresAt ?? '') - Date.parse(session.expiresAt ?? '');
    expect(gained).toBe(30 * 60_000);
    expect(await extend(two.agent, 30, 'x')).toMatchObject({ status: 403, body: { code: 'not_session_holder' } });
    expect((await extend(supervisor, 480, 'y')).status).toBe(200);
    expect(await extend(one.agent, 30, 'z')).toMatchObject({ status: 409, body: { code: 'lease_too_long' } });

    expect(await two.agent.delete(sessionPath(session))).toMatchObject({ status: 403 });
    const waiting = (await two.ask(serverId)).body.session;
    expect((await supervisor.delete(`${sessionPath(session)}?reason=Perawatan`)).status).toBe(204);
    expect(await sessionUntil(one.agent, session, 'ended')).toMatchObject({
      how: 'revoked',
      endedBy: { id: stack.ids.supervisorId },
      reason: 'Perawatan',
    });
    expect(await extend(one.agent, 30, 'w')).toMatchObject({ status: 409, body: { code: 'session_ended' } });
    await sessionUntil(two.agent, waiting, 'granted');
    const body = { reason: 'Server dimatikan' };
    expect((await supervisor.request('DELETE', sessionPath(waiting), { body })).status).toBe(204);
    expect((await two.agent.delete(sessionPath(waiting))).status).toBe(204);
    expect((await sessionUntil(two.agent, waiting, 'ended')).reason).toBe('Server dimatikan');
  });

  it('are for the agent of a case of that office, and nobody else', async () => {
    const [one, two, serverId] = [await newCase(), await newCase(), await newServer()];
    const path = `/v1/office-servers/${serverId}/sessions`;
    const asked = (client: TestClient, complaintId: string) => client.post<Refused>(path, { complaintId });
    expect(await asked(two.agent, one.id)).toMatchObject({ status: 403, body: { code: 'not_assigned' } });
    expect(await asked(one.agent, 'unknown')).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect((await asked(supervisor, one.id)).status).toBe(403);
    expect((await asked(one.submitter, one.id)).status).toBe(403);
    const elsewhere = await newServer({ officeId: 'other-office' });
    expect(await one.ask(elsewhere)).toMatchObject({ status: 422, body: { code: 'server_of_other_office' } });
    expect((await one.ask('unknown')).status).toBe(404);
    expect((await one.ask(serverId, { minutes: 481 })).status).toBe(400);
    expect((await one.agent.get(`${path}/unknown`)).status).toBe(404);
    expect((await one.submitter.get(`/v1/office-servers/${serverId}`)).status).toBe(403);
  });

  it('answer 503 while no worker runs, and are granted once when it is back', async () => {
    const [one, serverId] = [await newCase(), await newServer()];
    await stack.desk.stopWorkers();
    const refused = await one.ask(serverId);
    expect(refused).toMatchObject({ status: 503, body: { code: 'worker_unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    await stack.desk.startWorkers();
    const { session } = (await one.ask(serverId)).body;
    expect(session).toMatchObject({ state: 'granted', token: 1 });
    expect((await one.ask(serverId)).body.session.id).toBe(session.id);
  });
});
