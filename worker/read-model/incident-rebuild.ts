import type { Store } from '../../store/store.ts';
import { foldedIncident, foldIncident } from '../../workflows/incident/incident-fold.ts';
import { incidentStanding } from '../../workflows/incident/incident-standing-types.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import { incidentWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { RunningViews } from './running-views.ts';

/** Makes one incident of the read model anew; false when what is recorded is as new. */
export async function rebuildIncident(
  { running, store }: { store: Store; running: RunningViews },
  incidentId: string,
): Promise<boolean> {
  const current = await running.ofIncident(incidentId);
  return store.incidents.record(current ?? (await endedIncident(store, incidentId)));
}

async function endedIncident(store: Store, incidentId: string): Promise<IncidentView> {
  const fold = foldIncident(incidentId, await store.timelines.told(incidentWorkflowId({ incidentId })));
  if (fold === null) throw new Error('its timeline does not begin with its opening');
  const recorded = await store.incidents.find(incidentId);
  const standing = fold.standing ?? (recorded && incidentStanding(recorded));
  if (standing === null) throw new Error('its timeline is of an older version, which did not keep its title there');
  const cases = await Promise.all(fold.caseIds.map((caseId) => member(store, caseId)));
  return foldedIncident(fold, standing, { cases, isOver: fold.status === 'resolved' });
}

/** From its first report: the read model of the case itself may still be missing. */
async function member(store: Store, caseId: string): Promise<IncidentView['cases'][number]> {
  const report = await store.reports.findByCandidate(caseId);
  if (report === null) throw new Error(`the first report of its case ${caseId} is missing`);
  return { caseId, number: report.candidate.number, officeId: report.officeId };
}
