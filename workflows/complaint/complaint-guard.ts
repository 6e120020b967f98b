import type { Actor } from '../kernel/timeline-types.ts';
import type { ActionRef, ReportRef } from './complaint-types.ts';

/** A text that every store can keep: no NUL, no half of a surrogate pair. One that it refuses would be retried for ever. */
export function isStorable(text: unknown): text is string {
  return typeof text === 'string' && !/[\0\p{Cs}]/u.test(text);
}

const isText = (value: unknown): value is string => value !== '' && isStorable(value);

/** Whether a message holds a report as intake sends it. */
export function isReportRef(report: Partial<ReportRef> | null | undefined): report is ReportRef {
  return (
    typeof report === 'object' &&
    report !== null &&
    [report.reportId, report.submitterId, report.receivedAt, report.title].every(isText) &&
    [report.candidate?.caseId, report.candidate?.number].every(isText)
  );
}

/**
 * The action that a signal stands for, or null when it does not say who acts. Whoever can send signals by hand is a
 * supervisor; the API names the role. `freshId` is taken when the signal brings no id of its own.
 */
export function signalledAction(message: unknown, freshId: string): ActionRef | null {
  const { actorId, actorRole, actionId } = (message ?? {}) as Record<string, unknown>;
  if (!isText(actorId)) return null;
  return {
    actionId: isText(actionId) ? actionId : freshId,
    actor: { id: actorId, role: actorRole === 'agent' ? 'agent' : 'supervisor' },
  };
}

/** Whether a signal tells of a message as the API sends it. */
export function isMessage(message: unknown): message is { messageId: string; kind: 'reply' | 'note'; actor: Actor } {
  const { messageId, kind, actor } = (message ?? {}) as { messageId?: unknown; kind?: unknown; actor?: Partial<Actor> };
  return isText(messageId) && (kind === 'reply' || kind === 'note') && isText(actor?.id) && isText(actor.role);
}
