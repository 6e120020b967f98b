import { systemActor, type ChainHead, type Json, type TimelineDraft } from '../kernel/timeline-types.ts';
import { complaintWorkflowId, turnRequestId } from '../kernel/workflow-ids.ts';
import type { Tier } from '../kernel/tier.ts';
import type {
  ActionRef,
  CaseEffect,
  CaseEvent,
  CaseState,
  ComplaintInput,
  Deadline,
  DeadlineKind,
  ReportRef,
} from './complaint-types.ts';

/** A change of a case before it is numbered and chained. */
export interface Move {
  state: CaseState;
  drafts: TimelineDraft[];
  effects: CaseEffect[];
}

type Granted = Extract<CaseEvent, { type: 'turnGranted' }>;
type Acted = Extract<CaseEvent, { action: ActionRef }>;

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
  const received = reportDraft('received', report, { previousCaseId: input.previousCaseId });
  return withTurnRequested({ state: withDeadline(blank, 'resolve', now), drafts: [received], effects: [] });
}

/** One more report of the same problem. In the reopen window it takes the case up again, with its last agent if there. */
export function withReport(state: CaseState, report: ReportRef, now: number): Move {
  const reporterIds = [...new Set([...state.reporterIds, report.submitterId])];
  const grown = { ...state, reportIds: [...state.reportIds, report.reportId], reporterIds };
  const attached = reportDraft('reportAttached', report, { reportCount: grown.reportIds.length });
  if (state.status !== 'resolved') return { state: grown, drafts: [attached], effects: [] };
  const status = waitingStatus(state.tier);
  const reopened = { ...leftByAgent(grown), status, deadlines: [], resolutionId: null };
  const drafts = [attached, systemDraft('reopened', { reason: 'reportAttached', lastAgentId: state.agentId })];
  return withTurnRequested(
    { state: withDeadline(reopened, 'resolve', now), drafts, effects: [] },
    { preferredAgentId: state.agentId },
  );
}

/** The rotation's answer. One that the case no longer waits for is given back. */
export function granted(state: CaseState, grant: Granted, now: number): Move | CaseEffect[] {
  const isOurs = grant.requestId === state.requestId;
  if (isOurs && state.agentId !== null) return [];
  if (!isOurs) return [{ type: 'releaseTurn', tier: grant.tier, requestId: grant.requestId }];
  const assigned: CaseState = { ...state, status: 'assigned', agentId: grant.agentId, assignedAt: now };
  const data = { agentId: grant.agentId, tier: state.tier, attempt: state.attempt, turn: grant.seq };
  return {
    state: withDeadline(assigned, 'acknowledge', now),
    drafts: [systemDraft('assigned', data)],
    effects: [],
  };
}

/** What a person does. Whether they may was decided before. */
export function acted(state: CaseState, event: Acted, now: number): Move {
  const { actor, actionId } = event.action;
  const done = { ...state, actionIds: [...state.actionIds, actionId] };
  switch (event.type) {
    case 'acknowledge': {
      const taken: CaseState = { ...withoutDeadline(done, 'acknowledge'), status: 'inProgress' };
      return { state: taken, drafts: [{ type: 'acknowledged', actor, data: {} }], effects: [] };
    }
    case 'resolve': {
      const resolved: CaseState = { ...done, status: 'resolved', overdue: false, deadlines: [], requestId: null };
      return {
        state: withDeadline({ ...resolved, resolutionId: event.resolutionId }, 'reopen', now),
        drafts: [{ type: 'resolved', actor, data: { resolutionId: event.resolutionId } }],
        effects: releasing(state),
      };
    }
    case 'escalate':
      return escalated(done, { type: 'escalated', actor, data: { by: 'action', reasonId: event.reasonId } }, now);
  }
}

export function planned(state: CaseState, event: { serial: number; at: number }): Move | null {
  if (!state.deadlines.some((deadline) => deadline.serial === event.serial && deadline.at === null)) return null;
  const deadlines = state.deadlines.map((deadline) =>
    deadline.serial === event.serial ? { ...deadline, at: event.at } : deadline,
  );
  return { state: { ...state, deadlines }, drafts: [], effects: [] };
}

/** Somewhere to go next, whatever was waited for. A deadline that was replaced meanwhile does nothing. */
export function deadlinePassed(state: CaseState, serial: number, now: number): Move | null {
  const deadline = state.deadlines.find((candidate) => candidate.serial === serial);
  if (!deadline) return null;
  const late = { ...state, deadlines: state.deadlines.filter((other) => other !== deadline) };
  switch (deadline.kind) {
    case 'acknowledge':
      return toNextAgent(late, [systemDraft('acknowledgementMissed', { agentId: state.agentId })]);
    case 'resolve':
      if (state.tier === 'tier-2') return overdue(late, now);
      return escalated(late, systemDraft('escalated', { by: 'deadline' }), now);
    case 'reopen':
      return { state: { ...late, status: 'closed' }, drafts: [systemDraft('closed', {})], effects: [] };
  }
}

function escalated(state: CaseState, draft: TimelineDraft, now: number): Move {
  const raised: CaseState = { ...leftByAgent(state), status: 'escalating', tier: 'tier-2', attempt: 0, deadlines: [] };
  return withTurnRequested({
    state: withDeadline({ ...raised, requestId: null }, 'resolve', now),
    drafts: [draft],
    effects: releasing(state),
  });
}

/** Tier 2 over time: it shows, and the next agent of tier 2 gets it; a case that still waits for one goes on waiting. */
function overdue(state: CaseState, now: number): Move {
  const late = withDeadline({ ...state, overdue: true }, 'resolve', now);
  const draft = systemDraft('overdue', { agentId: state.agentId });
  if (state.agentId !== null) return toNextAgent(late, [draft]);
  return { state: late, drafts: [draft], effects: [] };
}

/** The same tier, the next turn; whoever had the case is passed over, and their place is given back with the request. */
function toNextAgent(state: CaseState, drafts: TimelineDraft[]): Move {
  const excluded = state.agentId === null ? [] : [state.agentId];
  const waiting = { ...withoutDeadline(leftByAgent(state), 'acknowledge'), status: waitingStatus(state.tier) };
  return withTurnRequested(
    { state: waiting, drafts, effects: [] },
    { excludedAgentIds: excluded, supersedes: state.requestId },
  );
}

function withTurnRequested(
  move: Move,
  wish: { excludedAgentIds?: string[]; preferredAgentId?: string | null; supersedes?: string | null } = {},
): Move {
  const { state } = move;
  const attempt = state.attempt + 1;
  const requestId = turnRequestId({ caseId: state.caseId, tier: state.tier, attempt });
  const request = {
    requestId,
    caseId: state.caseId,
    workflowId: complaintWorkflowId(state.facts),
    attempt,
    excludedAgentIds: wish.excludedAgentIds ?? [],
    preferredAgentId: wish.preferredAgentId ?? null,
    supersedes: wish.supersedes ?? null,
  };
  return {
    state: { ...state, attempt, requestId },
    drafts: move.drafts,
    effects: [...move.effects, { type: 'requestTurn', tier: state.tier, request }],
  };
}

function waitingStatus(tier: Tier): 'received' | 'escalating' {
  return tier === 'tier-1' ? 'received' : 'escalating';
}

function leftByAgent(state: CaseState): CaseState {
  if (state.agentId === null) return state;
  const formerAgentIds = [...new Set([...state.formerAgentIds, state.agentId])];
  return { ...state, agentId: null, assignedAt: null, formerAgentIds };
}

function releasing(state: CaseState): CaseEffect[] {
  return state.requestId === null ? [] : [{ type: 'releaseTurn', tier: state.tier, requestId: state.requestId }];
}

/** Replaces the case's deadline of this kind by one that is still to be planned. */
function withDeadline(state: CaseState, kind: DeadlineKind, from: number): CaseState {
  const serial = state.deadlineSerial + 1;
  const deadline: Deadline = { kind, serial, from, at: null };
  return { ...state, deadlineSerial: serial, deadlines: [...withoutDeadline(state, kind).deadlines, deadline] };
}

function withoutDeadline(state: CaseState, kind: DeadlineKind): CaseState {
  return { ...state, deadlines: state.deadlines.filter((deadline) => deadline.kind !== kind) };
}

function reportDraft(type: string, report: ReportRef, data: { [key: string]: Json }): TimelineDraft {
  return { type, actor: { id: report.submitterId, role: 'submitter' }, data: { reportId: report.reportId, ...data } };
}

function systemDraft(type: string, data: { [key: string]: Json }): TimelineDraft {
  return { type, actor: systemActor, data };
}
