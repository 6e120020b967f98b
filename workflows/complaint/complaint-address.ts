import { complaintWorkflowId } from '../kernel/workflow-ids.ts';
import type { CaseLink, CaseState } from './complaint-types.ts';

/** Where the case runs: under the fingerprint that it was opened with, whatever it was corrected to since. */
export function caseWorkflowId({ facts, openedAs }: Pick<CaseState, 'facts' | 'openedAs'>): string {
  return complaintWorkflowId(openedAs ?? facts);
}

/** The case as others know it. */
export function linkOf(state: Pick<CaseState, 'caseId' | 'number' | 'facts' | 'openedAs'>): CaseLink {
  const { caseId, number } = state;
  return { caseId, number, workflowId: caseWorkflowId(state) };
}
