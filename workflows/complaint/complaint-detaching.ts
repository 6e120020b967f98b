import type { Json } from '../kernel/timeline-types.ts';
import type { DetachedFrom } from './complaint-detachment-types.ts';
import type { ActionRef, CaseState, Detachment, MergedCase, ReportRef } from './complaint-types.ts';
import type { RefusalCode } from './complaint-errors.ts';
import type { CaseEvent } from './complaint-event-types.ts';
import type { Move } from './complaint-turns.ts';

type Origins = Pick<CaseState, 'reportSenders' | 'detachedReportIds'>;

/** Why this report cannot leave the case, or null. What opened a case is that case and stays with it. */
export function detachRefusal(state: CaseState, { report }: Pick<Detachment, 'report'>): RefusalCode | null {
  if (!state.reportIds.includes(report.reportId)) return 'ReportNotInCase';
  const opened = [state.caseId, ...(state.forwarders ?? []).map(({ caseId }) => caseId)];
  return opened.includes(report.candidate.caseId) ? 'ReportOpenedCase' : null;
}

/**
 * The report leaves for a case of its own. Its reporter leaves with it unless another of their reports stays; where it is
 * not known who sent one that stays, they stay too.
 */
export function detached(
  state: CaseState,
  { detachment, reasonId, action }: Extract<CaseEvent, { type: 'detach' }> & { action: ActionRef },
): Move {
  const { reportId, submitterId, candidate } = detachment.report;
  const { [reportId]: _gone, ...reportSenders } = state.reportSenders ?? {};
  const reportIds = state.reportIds.filter((id) => id !== reportId);
  const leaves = reportIds.every((id) => (reportSenders[id] ?? submitterId) !== submitterId);
  const without = (ids: string[]) => (leaves ? ids.filter((id) => id !== submitterId) : ids);
  const data = { reportId, toId: candidate.caseId, number: candidate.number, reportCount: reportIds.length, reasonId };
  return {
    state: {
      ...state,
      reportIds,
      reportSenders,
      reporterIds: without(state.reporterIds),
      withdrawnIds: without(state.withdrawnIds ?? []),
      ratings: (state.ratings ?? []).filter(({ reporterId }) => !leaves || reporterId !== submitterId),
      detachedReportIds: [...(state.detachedReportIds ?? []), reportId],
    },
    drafts: [{ type: 'reportDetached', actor: action.actor, data }],
    effects: [{ type: 'detachReport', detachment }],
  };
}

/** What the first timeline entry of such a case says of where it came from. */
export function originData(from: DetachedFrom | undefined): { [key: string]: Json } {
  return from ? { detachedFromId: from.caseId, detachedFromNumber: from.number } : {};
}

/** Who sent what, with one report more. */
export function sendersWith(state: Origins, { reportId, submitterId }: ReportRef): Origins['reportSenders'] {
  return { ...state.reportSenders, [reportId]: submitterId };
}

/** What a merged case hands on of its reports, so that the surviving one can detach them and does not take them again. */
export function originsOf({ reportSenders, detachedReportIds }: Origins): Origins {
  return {
    ...(reportSenders ? { reportSenders } : {}),
    ...(detachedReportIds ? { detachedReportIds } : {}),
  };
}

/** The surviving case's own, with what a merged one brought. A report that is back in the case has not left it. */
export function mergedOrigins(state: Origins, source: MergedCase, reportIds: string[]): Origins {
  const detachedIds = [...(state.detachedReportIds ?? []), ...(source.detachedReportIds ?? [])];
  return {
    reportSenders: { ...state.reportSenders, ...source.reportSenders },
    detachedReportIds: [...new Set(detachedIds)].filter((id) => !reportIds.includes(id)),
  };
}
