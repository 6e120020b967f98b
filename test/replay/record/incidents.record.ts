import { expect, it } from 'vitest';
import { escalate } from '../../../workflows/complaint/complaint-messages.ts';
import { linkCases, unlinkCase } from '../../../workflows/incident/incident-messages.ts';
import { actionBy, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { incidentAction, memberOf, startTestIncident } from '../../support/incidents/test-incident.ts';
import { atDesk, save } from './history-recorder.ts';

it('an incident that continues as new, a case that is linked, unlinked and linked again, and one that came with it', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const [linked, alone] = [await startCase(desk), await startCase(desk)];
    const { agentId } = await untilRecorded(desk, linked.caseId, { status: 'assigned' });
    await untilRecorded(desk, alone.caseId, { status: 'assigned' });
    await linked.handle.executeUpdate(escalate, { args: [{ ...actionBy(agentId ?? ''), reasonId: 'reason' }] });
    await untilRecorded(desk, linked.caseId, { status: 'assigned', agentId: desk.agents.tier2[0] ?? '' });
    const incident = await startTestIncident(desk, {
      cases: [linked, alone].map(memberOf),
      continueAsNewAfterEvents: 30,
    });
    const first = (await incident.handle.describe()).runId;
    await untilRecorded(desk, linked.caseId, { status: 'escalating' });
    const unlink = { ...incidentAction(), caseId: linked.caseId };
    await incident.current().executeUpdate(unlinkCase, { args: [unlink] });
    await untilRecorded(desk, linked.caseId, { status: 'assigned' });
    await incident.current().executeUpdate(linkCases, { args: [{ ...incidentAction(), cases: [memberOf(linked)] }] });
    const joined = await startCase(desk, { incident: incident.ref });
    await incident.until(({ caseCount }) => caseCount === 3);
    await expect.poll(async () => (await incident.current().describe()).runId, { timeout: 20_000 }).not.toBe(first);
    await incident.resolve();
    expect(await incident.current().result()).toMatchObject({ caseCount: 3 });
    await Promise.all([linked, alone, joined].map(({ handle }) => handle.result()));
    await save('incident-first-run', desk.client.workflow.getHandle(incident.ref.workflowId, first));
    await save('incident-continued', incident.current());
    await save('complaint-linked', linked.handle);
    await save('complaint-joined', joined.handle);
  }));
