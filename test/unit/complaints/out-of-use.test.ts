import { beforeEach, describe, expect, it } from 'vitest';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

let world: World;

beforeEach(async () => {
  world = await complaintWorld();
});

const submit = (overrides: object = {}, call: Partial<Parameters<World['call']>[1]> = {}) =>
  world.call('submitComplaint', { as: people.xyz, body: { ...complaintBody, ...overrides }, ...call });
const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const stored = () => world.store.reports.unplaced({ before: '9999', limit: 1000 });

describe('what is out of use', () => {
  const off = { active: false, version: 2 };
  const closeOffice = () => world.store.offices.record({ officeId: '123', name: 'Kantor 123', ...off });
  const closeSystem = () => world.store.systems.record({ systemId: 'sipd', name: 'SIPD', deskId: 'layanan', ...off });
  const closeServer = () =>
    world.store.officeServers.record({ serverId: 'srv-123', officeId: '123', name: 'S', sessionLimit: 1, ...off });

  it.each([
    ['system', closeSystem, {}, people.xyz, 'inactive_system', '#/systemId'],
    ['server', closeServer, { serverId: 'srv-123' }, people.xyz, 'inactive_server', '#/serverId'],
    ['office of the sender', closeOffice, {}, people.xyz, 'inactive_office', undefined],
    ['office written for', closeOffice, { onBehalfOf: 'xyz' }, people.agentA, 'inactive_office', '#/onBehalfOf'],
  ])('an inactive %s takes no complaint, and none is compared', async (_what, close, overrides, as, code, pointer) => {
    await close();
    for (const operationId of ['submitComplaint', 'findSimilarComplaints']) {
      const { problem, status } = await world.call(operationId, { as, body: { ...complaintBody, ...overrides } });
      expect([status, problem?.code]).toEqual([422, code]);
      expect(problem?.options.faults?.[0]).toEqual(
        pointer === undefined ? undefined : { in: 'body', pointer, code: 'not_in_use' },
      );
    }
    expect(await stored()).toEqual([]);
    expect(world.engine.cases).toEqual([]);
  });

  it('concerns nobody else', async () => {
    await closeOffice();
    expect((await submit({}, { as: people.def })).status).toBe(201);
    await closeServer();
    expect((await submit({ serverId: 'srv-124' }, { as: people.def })).status).toBe(201);
  });

  it('does not change the answer to what was taken before: the same key gets it again', async () => {
    const first = await submit({}, withKey('k1'));
    await closeSystem();
    await closeOffice();
    expect(await submit({}, withKey('k1'))).toMatchObject({ status: 201, body: { report: first.body.report } });
    expect((await submit({}, withKey('k2'))).problem?.code).toBe('inactive_office');
  });

  it('lets its running case go on, and who names that case may still join it', async () => {
    await submit({ serverId: 'srv-123' });
    const view = await recordCase(world, 0);
    const { caseId: id } = view;
    await Promise.all([closeSystem(), closeServer()]);
    const acted: string[] = [];
    world.engine.onAct = (_address, { name }) => {
      acted.push(name);
      return { kind: 'done', answer: { repeated: false, view: { ...view, status: 'inProgress', version: 3 } } };
    };
    const taken = await world.call('acknowledgeComplaint', { as: people.agentA, params: { id }, body: {} });
    expect([taken.status, acted]).toEqual([200, ['acknowledge']]);
    const attach = (overrides: object) =>
      world.call('attachReport', { as: people.abc, params: { id }, body: { ...complaintBody, ...overrides } });
    expect((await attach({ serverId: 'srv-123', title: 'Yang lain' })).status).toBe(200);
    await closeOffice();
    expect((await attach({ title: 'Yang ketiga' })).problem?.code).toBe('inactive_office');
  });

  it('names no other case than that one', async () => {
    await world.store.systems.insert({ systemId: 'lama', name: 'Lama', deskId: 'layanan', active: false });
    await submit();
    const { caseId: id } = await recordCase(world, 0);
    const body = { ...complaintBody, systemId: 'lama' };
    const { problem } = await world.call('attachReport', { as: people.abc, params: { id }, body });
    expect(problem?.code).toBe('inactive_system');
  });
});
