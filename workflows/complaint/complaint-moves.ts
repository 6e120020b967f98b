import type { ChainHead, Json, TimelineDraft } from '../kernel/timeline-types.ts';
import { escalated, resumed } from './complaint-actions.ts';
import { openedWithIncident } from './complaint-incident.ts';
import { withAllReplanned, withDeadline } from './complaint-deadlines.ts';
import { originData, sendersWith } from './complaint-detaching.ts';
import { endingForwarders } from './complaint-merging.ts';
import { reopened, systemDraft, toNextAgent, withTurnRequested, type Move } from './complaint-turns.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';
import type { CaseState, ComplaintInput, ReportRef } from './complaint-types.ts';

type Event<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export function opened(input: ComplaintInput, now: number, chain: ChainHead): Move {
  const { firstReport: report } = input;
  const blank: CaseState = {
    ...report.candidate,
    facts: input.facts,
    previousCaseId: input.previousCaseId,
    status: 'received',
    tier: 'tier-1',
    attempt: 0,
    requestId: null,
    agentId: null,
    formerAgentIds: [],
    reportIds: [report.reportId],
    reportSenders: sendersWith({}, report),
    reporterIds: [report.submitterId],
    overdue: false,
    deadlines: [],
    deadlineSerial: 0,
    resolutionId: null,
    actionIds: [],
    openedAt: now,
    assignedAt: null,
    updatedAt: now,
    version: 0,
    chain,
  };
  const { detachedFrom, previousCaseId } = input;
  const received = reportDraft('received', report, { previousCaseId, ...originData(detachedFrom) });
  if (input.incident) return openedWithIncident(blank, received, input.incident);
  return withTurnRequested({ state: withDeadline(blank, 'resolve', now), drafts: [received], effects: [] });
}

/** One more report of the same problem. In the reopen window it takes the case up again, with its last agent if there. */
export function withReport(state: CaseState, report: ReportRef, now: number): Move {
  const grown: CaseState = {
    ...state,
    reportIds: [...state.reportIds, report.reportId],
    reportSenders: sendersWith(state, report),
    reporterIds: [...new Set([...state.reporterIds, report.submitterId])],
    // Who sends it again has not given up.
    withdrawnIds: (state.withdrawnIds ?? []).filter((id) => id !== report.submitterId),
  };
  const attached = reportDraft('reportAttached', report, { reportCount: grown.reportIds.length });
  if (state.status !== 'resolved') return { state: grown, drafts: [attached], effects: [] };
  const again = systemDraft('reopened', { reason: 'reportAttached', lastAgentId: state.agentId });
  return reopened(grown, [attached, again], now);
}

/** The rotation's answer. One that the case no longer waits for is given back. */
export function granted(state: CaseState, grant: Event<'turnGranted'>, now: number): Move | CaseEffect[] {
  const isOurs = grant.requestId === state.requestId;
  if (isOurs && state.agentId !== null) return [];
  const { deskId = state.facts.deskId, requestId, tier } = grant;
  if (!isOurs) return [{ type: 'releaseTurn', deskId, tier, requestId }];
  const assigned: CaseState = { ...state, status: 'assigned', agentId: grant.agentId, assignedAt: now };
  const data = { agentId: grant.agentId, tier: state.tier, attempt: state.attempt, turn: grant.seq };
  return {
    state: withDeadline(assigned, 'acknowledge', now),
    drafts: [systemDraft('assigned', data)],
    effects: [],
  };
}

/** The rotation takes the case from an agent who is away; news about a turn of the past is no news. */
export function turnWithdrawn(
  state: CaseState,
  { requestId, reason }: Event<'turnWithdrawn'>,
  now: number,
): Move | null {
  if (requestId !== state.requestId || state.agentId === null) return null;
  const draft = systemDraft('handedOver', { agentId: state.agentId, reason });
  const running = state.status === 'waitingOnSubmitter' ? resumed(state, [], now).state : state;
  return toNextAgent(running, [draft]);
}

/** Somebody wrote. The submitter's answer to a question lets the case go on. */
export function withMessage(state: CaseState, { messageId, kind, actor }: Event<'messageAdded'>, now: number): Move {
  const known = { ...state, actionIds: [...state.actionIds, messageId] };
  const draft = { type: kind === 'note' ? 'noted' : 'replied', actor, data: { messageId } };
  const isAnswer = kind === 'reply' && actor.role === 'submitter' && state.status === 'waitingOnSubmitter';
  if (!isAnswer) return { state: known, drafts: [draft], effects: [] };
  return resumed(known, [draft, systemDraft('resumed', { by: 'reply' })], now);
}

export function planned(state: CaseState, event: Event<'deadlinePlanned'>): Move | null {
  if (!state.deadlines.some((deadline) => deadline.serial === event.serial && deadline.at === null)) return null;
  const deadlines = state.deadlines.map((deadline) =>
    deadline.serial === event.serial ? { ...deadline, at: event.at } : deadline,
  );
  return { state: { ...state, deadlines }, drafts: [], effects: [] };
}

export function replanned(state: CaseState): Move | null {
  if (state.deadlines.length === 0) return null;
  return { state: withAllReplanned(state), drafts: [], effects: [] };
}

/** Somewhere to go next, whatever was waited for. A deadline that was replaced or stopped meanwhile does nothing. */
export function deadlinePassed(state: CaseState, serial: number, now: number): Move | null {
  const deadline = state.deadlines.find((candidate) => candidate.serial === serial);
  if (!deadline || deadline.pausedAt !== undefined) return null;
  const late = { ...state, deadlines: state.deadlines.filter((other) => other !== deadline) };
  switch (deadline.kind) {
    case 'acknowledge':
      return toNextAgent(late, [systemDraft('acknowledgementMissed', { agentId: state.agentId })]);
    case 'resolve':
      if (state.tier === 'tier-2') return overdue(late, now);
      return escalated(late, systemDraft('escalated', { by: 'deadline' }), now);
    case 'answer':
      return resumed(late, [systemDraft('answerMissed', {})], now);
    case 'reopen':
      return {
        state: { ...late, status: 'closed' },
        drafts: [systemDraft('closed', {})],
        effects: endingForwarders(late),
      };
  }
}

/** Tier 2 over time: it shows, and the next agent of tier 2 gets it; a case that still waits for one goes on waiting. */
function overdue(state: CaseState, now: number): Move {
  const late = withDeadline({ ...state, overdue: true }, 'resolve', now);
  const draft = systemDraft('overdue', { agentId: state.agentId });
  if (state.agentId !== null) return toNextAgent(late, [draft]);
  return { state: late, drafts: [draft], effects: [] };
}

function reportDraft(type: string, report: ReportRef, data: { [key: string]: Json }): TimelineDraft {
  return { type, actor: { id: report.submitterId, role: 'submitter' }, data: { reportId: report.reportId, ...data } };
}
