import { complaintWorkflowId, incidentWorkflowId } from '../kernel/workflow-ids.ts';
import { systemActor, type TimelineDraft } from '../kernel/timeline-types.ts';
import type { IncidentNews, IncidentRef, MemberNews } from '../incident/incident-link-types.ts';
import { resolved } from './complaint-actions.ts';
import { withDeadline } from './complaint-deadlines.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';
import { leftByAgent, releasing, waitingStatus, withTurnRequested, type Move } from './complaint-turns.ts';
import { hasEnded, type CaseState } from './complaint-types.ts';

type News<T extends IncidentNews['type']> = Extract<IncidentNews, { type: T }>;

/** A new case whose sender said which incident it is: it takes no turn, and the incident hears of it. */
export function openedWithIncident(state: CaseState, received: TimelineDraft, incident: IncidentRef): Move {
  const { caseId, number, facts } = state;
  const { actor } = received;
  const member = { caseId, number, workflowId: complaintWorkflowId(facts), officeId: facts.officeId };
  const { incidentId } = incident;
  return {
    state: { ...state, incident: { ...incident, no: 0 } },
    drafts: [received, { type: 'incidentJoined', actor, data: { incidentId, agentId: null } }],
    effects: [telling(incident, { type: 'caseJoined', member, actor })],
  };
}

/** What an incident, or its absence, tells the case. News meant for an earlier case of this problem are answered only. */
export function toldByIncident(
  state: CaseState,
  event: IncidentNews | Extract<CaseEvent, { type: 'incidentGone' }>,
  now: number,
): Move | CaseEffect[] {
  switch (event.type) {
    case 'incidentJoined':
      return joined(state, event);
    case 'incidentLeft': {
      const { actor, caseId, no, reason } = event;
      if (!state.incident || !waitsWith(state, event) || no < state.incident.no) return [];
      // Said again by the case, after whatever it said before: it may have told that it came just now.
      const move = byTurn(state, actor, reason, now);
      return { ...move, effects: [...move.effects, telling(state.incident, left(caseId, no, reason))] };
    }
    case 'incidentResolved':
      return resolvedWith(state, event, now);
    case 'incidentGone':
      return waitsWith(state, { ...event, caseId: state.caseId }) ? byTurn(state, systemActor, 'gone', now) : [];
  }
}

/**
 * The move, with the incident where it leads. A case that takes a turn or ends by itself waits with no incident any more,
 * and says so; one that an incident has resolved forgets it when it is reopened.
 */
export function withIncidentKept({ incident: before }: CaseState, move: Move, now: number): Move {
  const { incident, ...rest } = move.state;
  if (!incident || !before) return move;
  const isOpen = !hasEnded(rest) && rest.status !== 'resolved';
  if (incident.isResolved) return isOpen ? { ...move, state: rest } : move;
  if (isOpen && rest.requestId === null) return move;
  const news = left(rest.caseId, incident.no, isOpen ? 'takenUp' : rest.status);
  // What it does now has its time, which did not run while it waited.
  const isTimed = !isOpen || rest.deadlines.some(({ kind }) => kind === 'resolve');
  const state = isTimed ? rest : withDeadline(rest, 'resolve', now);
  return { ...move, state, effects: [...move.effects, telling(incident, news)] };
}

function joined(state: CaseState, { caseId, no, incident, actor }: News<'incidentJoined'>): Move | CaseEffect[] {
  const current = state.incident;
  const refuse = (reason: string): CaseEffect[] => [telling(incident, left(caseId, no, reason))];
  if (caseId !== state.caseId || hasEnded(state) || state.status === 'resolved') return refuse('ended');
  if (current && current.incidentId !== incident.incidentId) return refuse('otherIncident');
  if (current) return no > current.no ? { state: withNo(state, no), drafts: [], effects: [] } : [];
  const { incidentId, workflowId } = incident;
  const freed = leftByAgent(state);
  return {
    state: {
      ...freed.state,
      status: waitingStatus(state.tier),
      requestId: null,
      deadlines: [],
      overdue: false,
      incident: { incidentId, workflowId, no },
    },
    drafts: [{ type: 'incidentJoined', actor, data: { incidentId, agentId: state.agentId } }],
    effects: [...releasing(state), ...freed.effects],
  };
}

/** Always with an answer, so that the incident knows of each case what became of it. */
function resolvedWith(state: CaseState, event: News<'incidentResolved'>, now: number): Move | CaseEffect[] {
  const { actor, caseId, incidentId, no, resolutionId } = event;
  const incident = { incidentId, workflowId: incidentWorkflowId({ incidentId }) };
  const isResolved = caseId === state.caseId && state.incident?.isResolved && state.incident.incidentId === incidentId;
  if (isResolved) return [telling(incident, { type: 'caseResolved', caseId })];
  if (!waitsWith(state, event)) return [telling(incident, left(caseId, no, 'ended'))];
  const draft = { type: 'resolved', actor, data: { resolutionId, incidentId } };
  const move = resolved(state, resolutionId, draft, now);
  return {
    ...move,
    state: { ...move.state, incident: { ...incident, no, isResolved: true } },
    effects: [...move.effects, telling(incident, { type: 'caseResolved', caseId })],
  };
}

function waitsWith(state: CaseState, { caseId, incidentId }: { caseId: string; incidentId: string }): boolean {
  const { incident } = state;
  return caseId === state.caseId && incident?.incidentId === incidentId && !incident.isResolved;
}

/** Out of the incident, and by turn like any other; its time begins anew. */
function byTurn(state: CaseState, actor: TimelineDraft['actor'], reason: string, now: number): Move {
  const { incident, ...own } = state;
  const draft = { type: 'incidentLeft', actor, data: { incidentId: incident?.incidentId ?? null, reason } };
  return withTurnRequested({ state: withDeadline(own, 'resolve', now), drafts: [draft], effects: [] });
}

function withNo(state: CaseState, no: number): CaseState {
  return state.incident ? { ...state, incident: { ...state.incident, no } } : state;
}

function left(caseId: string, no: number, reason: string): MemberNews {
  return { type: 'caseLeft', caseId, no, reason };
}

function telling({ incidentId, workflowId }: IncidentRef, news: MemberNews): CaseEffect {
  return { type: 'tellIncident', incident: { incidentId, workflowId }, news };
}
