import type { Store } from '../../store/store.ts';
import { hasEnded, type CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { MemberRef } from '../../workflows/incident/incident-link-types.ts';
import { Problem, type Fault } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem-codes.ts';

interface Place {
  deskId: string;
  systemId: string;
  incidentId: string;
}

const at = (index: number): Fault => ({
  in: 'body',
  pointer: `#/complaintIds/${index}`,
  code: 'unknown_reference',
});

/** An open case of the desk and system; one that is resolved may come back as its own case. */
function problemOf(view: CaseView | null, { deskId, incidentId, systemId }: Place): ProblemCode | null {
  if (view === null || view.deskId !== deskId || hasEnded(view)) return 'unknown_case';
  if (view.systemId !== systemId) return 'case_of_other_system';
  if (view.incidentId !== null && view.incidentId !== incidentId && view.status !== 'resolved') {
    return 'case_in_other_incident';
  }
  return view.status === 'resolved' ? 'unknown_case' : null;
}

/**
 * The cases of these ids or numbers, if all of them can be linked. The case itself has the last word: one that ends in
 * this instant says so to the incident.
 * @throws Problem that points to the first one that cannot
 */
export async function linkableCases(store: Store, ids: string[], place: Place): Promise<MemberRef[]> {
  const views = await Promise.all(ids.map((id) => store.cases.find(id)));
  return views.map((view, index) => {
    const code = problemOf(view, place);
    if (code !== null || view === null) throw new Problem(code ?? 'unknown_case', { faults: [at(index)] });
    const { caseId, number, officeId, workflowId } = view;
    return { caseId, number, officeId, workflowId };
  });
}
