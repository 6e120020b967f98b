import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRotationView } from '../../support/builders/rotation-view-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let supervisor: TestClient;
let agent: TestClient;
const availability = '/v1/agents/petugas-a/availability';
const capacity = '/v1/agents/petugas-a/capacity';
const tomorrow = '2026-11-25T07:30:00+07:00';

beforeEach(async () => {
  api = await buildTestApi();
  supervisor = await api.signedIn('pengawas');
  agent = await api.signedIn('petugas-a');
});
afterEach(() => api.close());

const told = () => api.engine.rotationSignals.map(({ workflowId, signal }) => [workflowId, signal.message]);

describe('the agents of a desk', () => {
  it('are listed with where they are and what they have', async () => {
    const { status, body } = await agent.get<{ items: unknown[] }>('/v1/agents');
    expect([status, body.items.length]).toEqual([200, 3]);
    expect(body.items[0]).toEqual({
      id: 'petugas-a',
      name: 'Petugas A',
      deskId: 'layanan',
      tier: 'tier-1',
      onRoster: true,
      availability: 'available',
      until: null,
      openCases: 0,
      capacity: 20,
      ownCapacity: null,
      turns: 0,
    });
    expect(body.items[2]).toMatchObject({ id: 'petugas-q', tier: 'tier-2' });
  });

  it('are for the staff of the desk and for admins, who say which desk', async () => {
    expect(await supervisor.get('/v1/agents?deskId=layanan')).toMatchObject({ status: 200 });
    expect(await supervisor.get('/v1/agents?deskId=lain')).toMatchObject({ status: 403 });
    const admin = await api.signedIn('admin');
    expect(await admin.get('/v1/agents?deskId=lain')).toMatchObject({
      status: 200,
      body: { items: [{ id: 'agen-lain' }] },
    });
    expect(await admin.get('/v1/agents')).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(await admin.get('/v1/agents?deskId=tidak-ada')).toMatchObject({ status: 404 });
    expect(await (await api.signedIn('xyz')).get('/v1/agents?deskId=layanan')).toMatchObject({ status: 403 });
  });

  it('show who takes no turns', async () => {
    // The recorded roster holds only petugas-a.
    await api.store.rotations.record(buildRotationView());
    const { body } = await agent.get<{ items: { id: string; onRoster: boolean }[] }>('/v1/agents');
    expect(body.items.find(({ id }) => id === 'petugas-b')).toMatchObject({ onRoster: false, turns: 0 });
    expect(await supervisor.put('/v1/agents/petugas-b/capacity', { capacity: 1 })).toMatchObject({
      status: 409,
      body: { code: 'not_on_roster' },
    });
    const away = { availability: 'away' };
    expect(await supervisor.put('/v1/agents/petugas-b/availability', away)).toMatchObject({ status: 409 });
    // What they still have can be handed over all the same.
    const leave = { availability: 'leave', handover: true };
    expect(await supervisor.put('/v1/agents/petugas-b/availability', leave)).toMatchObject({ status: 200 });
  });
});

describe('availability', () => {
  it('is set by agents for themselves, with an end, and answered as it will be', async () => {
    const { status, body } = await agent.put(availability, { availability: 'away', until: tomorrow });
    const until = '2026-11-25T00:30:00.000Z';
    expect([status, body]).toEqual([
      200,
      { agent: expect.objectContaining({ id: 'petugas-a', availability: 'away', until }) as unknown },
    ]);
    expect(told()).toEqual([
      ['rotation:layanan:tier-1', { agentId: 'petugas-a', availability: 'away', until, handover: false }],
    ]);
    expect(await agent.put(availability, { availability: 'available' })).toMatchObject({
      body: { agent: { availability: 'available', until: null } },
    });
  });

  it('is set by supervisors for the agents of their desk', async () => {
    const leave = { availability: 'leave', until: tomorrow, handover: true };
    expect(await supervisor.put('/v1/agents/petugas-q/availability', leave)).toMatchObject({ status: 200 });
    expect(told()).toEqual([['rotation:layanan:tier-2', expect.objectContaining({ handover: true })]]);
    expect(await supervisor.put('/v1/agents/agen-lain/availability', leave)).toMatchObject({ status: 403 });
    expect(await supervisor.put('/v1/agents/xyz/availability', leave)).toMatchObject({ status: 404 });
    expect(await agent.put('/v1/agents/petugas-b/availability', leave)).toMatchObject({ status: 403 });
    for (const username of ['xyz', 'admin']) {
      expect(await (await api.signedIn(username)).put(availability, leave)).toMatchObject({ status: 403 });
    }
  });

  it.each([
    [{ availability: 'away', until: '2026-11-24T01:00:00.000Z' }, '#/until', 'not_in_future'],
    [{ availability: 'available', until: tomorrow }, '#/until', 'only_when_absent'],
    [{ availability: 'away', handover: true }, '#/handover', 'only_on_leave'],
    [{ availability: 'away', until: 'besok' }, '#/until', 'wrong_format'],
    [{ availability: 'asleep' }, '#/availability', 'not_allowed'],
  ])('refuses %j', async (body, pointer, code) => {
    expect(await agent.put(availability, body)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
    expect(told()).toEqual([]);
  });

  it('is refused in Indonesian too, and with 503 when Temporal is away', async () => {
    const answer = await agent.put(availability, { availability: 'away', handover: true }, { 'accept-language': 'id' });
    expect(answer.body).toMatchObject({ errors: [{ detail: expect.stringContaining('cuti') as unknown }] });
    api.engine.down = true;
    expect(await agent.put(availability, { availability: 'away' })).toMatchObject({
      status: 503,
      body: { code: 'engine_unavailable' },
    });
  });
});

describe('capacity', () => {
  it("is an agent's own number, or the desk's again", async () => {
    expect(await supervisor.put(capacity, { capacity: 3 })).toMatchObject({
      status: 200,
      body: { agent: { capacity: 3, ownCapacity: 3 } },
    });
    expect(await supervisor.put(capacity, { capacity: null })).toMatchObject({
      body: { agent: { capacity: 20, ownCapacity: null } },
    });
    expect(told()).toEqual([
      ['rotation:layanan:tier-1', { agentId: 'petugas-a', capacity: 3 }],
      ['rotation:layanan:tier-1', { agentId: 'petugas-a', capacity: null }],
    ]);
  });

  it('is set by supervisors alone, to whole numbers from 0', async () => {
    expect(await agent.put(capacity, { capacity: 3 })).toMatchObject({ status: 403 });
    for (const wrong of [-1, 1.5, 10_001, '3']) {
      expect(await supervisor.put(capacity, { capacity: wrong })).toMatchObject({ status: 400 });
    }
    expect(await supervisor.put(capacity, { capacity: 0 })).toMatchObject({ status: 200 });
  });
});
