import type { ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';

/** The entry of a report as its case records it. */
export function otherEntries(caseId: string, no: number, submitterId: string, report?: ReportRef): TimelineEntry[] {
  const type = no === 1 ? 'received' : 'reportAttached';
  const data = {
    reportId: report?.reportId ?? '?',
    ...(no === 1 ? { previousCaseId: 'secret-case' } : { reportCount: no }),
  };
  return [buildTimelineEntry({ caseId, no, type, actor: { id: submitterId, role: 'submitter' }, data })];
}

export function escalationEntry(caseId: string, no: number, reasonId = 'm-1'): TimelineEntry {
  const actor = { id: 'petugas-a', role: 'agent' as const };
  return buildTimelineEntry({ caseId, no, type: 'escalated', actor, data: { by: 'action', reasonId } });
}
