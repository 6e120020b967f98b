import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveSignal } from '../../workflows/complaint/complaint-messages.ts';
import { getIncident } from '../../workflows/incident/incident-messages.ts';
import { startCase, untilRecorded } from '../support/desk/test-case.ts';
import { startTestDesk, type TestDesk } from '../support/desk/test-desk.ts';
import { incidentAction, memberOf, startTestIncident } from '../support/incidents/test-incident.ts';

describe('an incident and its cases', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk({ settings: { reopenWindow: 'PT1S' } });
  });
  afterAll(() => desk.end());

  it('hears of a case that ended in the instant in which it was linked, and of one that is resolved alone', async () => {
    const [ended, alone, stays] = await Promise.all([startCase(desk), startCase(desk), startCase(desk)]);
    for (const { caseId } of [ended, alone, stays]) await untilRecorded(desk, caseId, { status: 'assigned' });
    await ended.handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    await ended.handle.result();
    const incident = await startTestIncident(desk, { cases: [ended, alone, stays].map(memberOf) });
    await incident.until(({ caseCount }) => caseCount === 2);
    await untilRecorded(desk, alone.caseId, { status: 'received', agentId: null });
    await alone.handle.signal(resolveSignal, { actorId: 'pengawas', resolution: 'selesai' });
    const left = await incident.until(({ caseCount }) => caseCount === 1);
    expect(left.cases.map(({ caseId }) => caseId)).toEqual([stays.caseId]);
    const types = (await desk.store.timelines.ofCase(left.workflowId, { afterNo: 0, limit: 20 })).map(
      ({ type }) => type,
    );
    expect(types).toEqual(['opened', 'casesLinked', 'caseLeft', 'caseLeft']);
    await incident.resolve();
    expect(await incident.handle.result()).toEqual({ incidentId: incident.incidentId, caseCount: 1 });
    await Promise.all([alone, stays].map(({ handle }) => handle.result()));
  });

  it('does each action once, refuses what may not be, and ignores what is malformed', async () => {
    const incident = await startTestIncident(desk);
    for (const name of ['caseJoined', 'caseLeft', 'caseResolved', 'nonsense']) {
      await incident.handle.signal(name);
      await incident.handle.signal(name, { caseId: 7, no: 'x' });
    }
    const change = { ...incidentAction(), change: { notice: null } };
    const first = await incident.handle.executeUpdate('changeIncident', { args: [change] });
    expect(first).toMatchObject({ notice: null, version: 3 });
    expect(await incident.handle.executeUpdate('changeIncident', { args: [change] })).toMatchObject({ version: 3 });
    const unknown = incident.handle.executeUpdate('unlinkCase', { args: [{ ...incidentAction(), caseId: 'x' }] });
    await expect(unknown).rejects.toMatchObject({ cause: { type: 'NotLinked' } });
    await expect(incident.handle.executeUpdate('linkCases', { args: [{}] })).rejects.toMatchObject({
      cause: { type: 'Malformed' },
    });
    await incident.resolve();
    await incident.handle.result();
  });

  it('continues as new without losing a case', async () => {
    const incident = await startTestIncident(desk, { continueAsNewAfterEvents: 40 });
    const first = (await incident.handle.describe()).runId;
    const cases = await Promise.all(Array.from({ length: 8 }, () => startCase(desk, { incident: incident.ref })));
    await incident.until(({ caseCount }) => caseCount === 8);
    for (let n = 0; n < 6; n += 1) {
      const change = { ...incidentAction(), change: { title: `SIPD mati ${n}` } };
      await incident.current().executeUpdate('changeIncident', { args: [change] });
    }
    await expect.poll(async () => (await incident.current().describe()).runId).not.toBe(first);
    expect(await incident.current().query(getIncident)).toMatchObject({ caseCount: 8, title: 'SIPD mati 5' });
    await incident.resolve();
    expect(await incident.current().result()).toMatchObject({ caseCount: 8 });
    expect(await Promise.all(cases.map(({ handle }) => handle.result()))).toHaveLength(8);
  });
});
