import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { resolveIncident } from '../../../workflows/incident/incident-messages.ts';
import type { MemberRef } from '../../../workflows/incident/incident-link-types.ts';
import type { IncidentActionRef, IncidentInput, IncidentView } from '../../../workflows/incident/incident-types.ts';
import { incidentWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { startCase } from '../desk/test-case.ts';
import type { TestDesk } from '../desk/test-desk.ts';

/** An action by an agent, with a fresh id. */
export function incidentAction(): IncidentActionRef {
  return { actionId: randomUUID(), actor: { id: 'petugas-a', role: 'agent' } };
}

export function memberOf({ caseId, facts, firstReport, handle }: Awaited<ReturnType<typeof startCase>>): MemberRef {
  const { number } = firstReport.candidate;
  return { caseId, number, workflowId: handle.workflowId, officeId: facts.officeId };
}

/** An incident of this desk, its workflow running, and what staff do to it. */
export async function startTestIncident(desk: TestDesk, input: Partial<IncidentInput> = {}) {
  const incidentId = randomUUID().slice(0, 10);
  const workflowId = incidentWorkflowId({ incidentId });
  const about = { deskId: desk.deskId, systemId: 'sipd', title: 'SIPD mati', notice: 'Sedang ditangani.' };
  const { actor } = incidentAction();
  const handle = await desk.client.workflow.start('incident', {
    workflowId,
    taskQueue: desk.queues.complaint,
    args: [{ incidentId, ...about, payloadHash: 'x', actor, cases: [], ...input }],
  });
  /** Whatever run there is now. */
  const current = () => desk.client.workflow.getHandle(workflowId);
  return {
    incidentId,
    ref: { incidentId, workflowId },
    handle,
    current,
    read: () => desk.store.incidents.find(incidentId),
    resolve: () =>
      current().executeUpdate(resolveIncident, { args: [{ ...incidentAction(), resolutionId: randomUUID() }] }),
    /** Waits until the read model is so. */
    until: (wanted: (view: IncidentView) => boolean) =>
      vi.waitUntil(
        async () => {
          const view = await desk.store.incidents.find(incidentId);
          return view && wanted(view) ? view : null;
        },
        { timeout: 20_000, interval: 25 },
      ),
  };
}
