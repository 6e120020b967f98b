import type { Store } from '../store/store.ts';
import type { CaseView, Detachment } from '../workflows/complaint/complaint-types.ts';
import type { EnginePort } from './engine-port.ts';

/**
 * Gives a report its own case. First the store: from then on the API's sweeper does the same, should every process die
 * before the case is open. Repeating it changes nothing.
 */
export async function giveOwnCase(
  { store, engine }: { store: Store; engine: EnginePort },
  view: CaseView,
  { facts, report }: Detachment,
): Promise<void> {
  const { fingerprint, officeId, systemId } = facts;
  const fromCaseIds = [view.caseId, ...view.mergedCaseIds];
  await store.reports.detach({ reportId: report.reportId, fromCaseIds, fingerprint });
  const [office, system] = await Promise.all([store.offices.find(officeId), store.systems.find(systemId)]);
  await engine.openCase({
    facts,
    firstReport: report,
    detachedFrom: { caseId: view.caseId, number: view.number },
    officeName: office?.name ?? officeId,
    systemName: system?.name ?? systemId,
  });
}
