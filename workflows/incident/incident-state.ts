import { chained, chainStart } from '../kernel/timeline-chain.ts';
import { systemActor, type TimelineEntry } from '../kernel/timeline-types.ts';
import { incidentWorkflowId } from '../kernel/workflow-ids.ts';
import type { IncidentRefusal } from './incident-errors.ts';
import { telling, withJoined, withLeft, withLinked, withResolvedMember, withUnlinked } from './incident-members.ts';
import type { IncidentMove } from './incident-members.ts';
import { incidentRefusalOf, isIncidentAction, type IncidentActionEvent } from './incident-refusal.ts';
import type { IncidentEffect, IncidentEvent, IncidentInput, IncidentState } from './incident-types.ts';

export type IncidentTransition =
  | { outcome: 'changed'; state: IncidentState; entries: TimelineEntry[]; effects: IncidentEffect[] }
  /** Nothing to do. Effects may remain (a case that came too late is told). */
  | { outcome: 'unchanged'; state: IncidentState; entries: []; effects: IncidentEffect[] }
  | { outcome: 'refused'; refusal: IncidentRefusal };

/** How many done actions are remembered; a repetition comes within minutes. */
const remembered = 500;

/** A case that is there answers within seconds; after a day nobody waits any more. Milliseconds. */
const answersWithin = 24 * 3_600_000;

/** A new incident with the cases that it was opened for. `now` is epoch milliseconds. */
export function openIncident(input: IncidentInput, now: number): IncidentTransition {
  const { incidentId, deskId, systemId, title, notice, payloadHash, actor } = input;
  const blank: IncidentState = {
    ...{ incidentId, deskId, systemId, title, notice, payloadHash },
    ...{ status: 'open', openedBy: actor, openedAt: now, members: [], linkSerial: 0, overdue: false },
    deadline: { serial: 1, from: now, at: null },
    ...{ resolution: null, actionIds: [], updatedAt: now, version: 0, chain: chainStart },
  };
  const linked = withLinked(blank, input.cases, actor);
  const opened = { type: 'opened', actor, data: { systemId, hasNotice: notice !== null } };
  return settled({ ...linked, drafts: [opened, ...linked.drafts] }, now);
}

/**
 * What becomes of an incident by an event. `now` is epoch milliseconds. Contract:
 * 1. Pure: the given state stays as it is. A refused event changes nothing; a changed state has a version one higher.
 * 2. An action whose id was done before is unchanged, never refused: it is answered again.
 * 3. Every case that was ever linked is linked, has left, or is resolved; each is told of its link's end exactly once,
 *    unless it said itself that it left.
 * 4. While it is open a deadline runs: no case waits for an incident that everybody has forgotten.
 */
export function incidentTransition(state: IncidentState, event: IncidentEvent, now: number): IncidentTransition {
  if (isIncidentAction(event)) {
    if (state.actionIds.includes(event.action.actionId)) return unchanged(state);
    const refusal = incidentRefusalOf(state, event);
    if (refusal) return { outcome: 'refused', refusal };
  }
  const move = moved(state, event, now);
  return Array.isArray(move) ? unchanged(state, move) : settled(move, now);
}

/** Resolved, and every case has answered. */
export function isIncidentOver({ status, members }: IncidentState): boolean {
  return status === 'resolved' && members.every(({ isResolved }) => isResolved);
}

/** The next instant at which something happens by itself, epoch milliseconds. */
export function nextInstant(state: IncidentState): number | null {
  if (state.resolution) return isIncidentOver(state) ? null : state.resolution.answersBy;
  return state.deadline?.at ?? null;
}

function moved(state: IncidentState, event: IncidentEvent, now: number): IncidentMove | IncidentEffect[] {
  if (isIncidentAction(event)) return acted(state, event, now);
  switch (event.type) {
    case 'caseJoined':
      return withJoined(state, event);
    case 'caseLeft':
      return withLeft(state, event) ?? [];
    case 'caseResolved':
      return withResolvedMember(state, event) ?? [];
    case 'deadlinePlanned': {
      const { deadline } = state;
      if (deadline?.serial !== event.serial || deadline.at !== null) return [];
      return { state: { ...state, deadline: { ...deadline, at: event.at } }, drafts: [], effects: [] };
    }
    case 'timePassed':
      return timePassed(state, now) ?? [];
  }
}

function acted(state: IncidentState, event: IncidentActionEvent, now: number): IncidentMove {
  const { actor, actionId } = event.action;
  const done = { ...state, actionIds: [...state.actionIds, actionId].slice(-remembered) };
  switch (event.type) {
    case 'linkCases':
      return withLinked(done, event.cases, actor);
    case 'unlinkCase':
      return withUnlinked(done, event.caseId, actor);
    case 'changeIncident': {
      const { title = state.title, notice = state.notice } = event.change;
      const fields = [title !== state.title ? 'title' : [], notice !== state.notice ? 'notice' : []].flat();
      const drafts = fields.length === 0 ? [] : [{ type: 'changed', actor, data: { fields } }];
      return { state: { ...done, title, notice }, drafts, effects: [] };
    }
    case 'resolveIncident':
      return resolved(done, event, now);
  }
}

/** Every linked case is told once, and says once what became of it. */
function resolved(
  state: IncidentState,
  { action: { actor }, resolutionId }: Extract<IncidentEvent, { type: 'resolveIncident' }>,
  now: number,
): IncidentMove {
  const { incidentId, members } = state;
  const resolution = { resolutionId, actor, at: now, answersBy: now + answersWithin };
  return {
    state: { ...state, status: 'resolved', overdue: false, deadline: null, resolution },
    drafts: [{ type: 'resolved', actor, data: { resolutionId, caseCount: members.length } }],
    effects: members.map(({ caseId, no, workflowId }) =>
      telling(workflowId, { type: 'incidentResolved', caseId, no, incidentId, actor, resolutionId }),
    ),
  };
}

function timePassed(state: IncidentState, now: number): IncidentMove | null {
  const next = nextInstant(state);
  if (next === null || next > now) return null;
  if (state.resolution) {
    const silent = state.members.filter(({ isResolved }) => !isResolved).map(({ caseId }) => caseId);
    const members = state.members.filter(({ isResolved }) => isResolved);
    const draft = { type: 'casesSilent', actor: systemActor, data: { caseIds: silent } };
    return { state: { ...state, members }, drafts: [draft], effects: [] };
  }
  const serial = (state.deadline?.serial ?? 0) + 1;
  const data = { caseCount: state.members.length };
  return {
    state: { ...state, overdue: true, deadline: { serial, from: now, at: null } },
    drafts: [{ type: 'incidentOverdue', actor: systemActor, data }],
    effects: [],
  };
}

function unchanged(state: IncidentState, effects: IncidentEffect[] = []): IncidentTransition {
  return { outcome: 'unchanged', state, entries: [], effects };
}

/** Numbers the version and chains what happened. */
function settled({ state: next, drafts, effects }: IncidentMove, now: number): IncidentTransition {
  const entries: TimelineEntry[] = [];
  let { chain } = next;
  for (const draft of drafts) {
    const entry = chained(incidentWorkflowId(next), chain, draft, now);
    entries.push(entry);
    chain = { no: entry.no, hash: entry.hash };
  }
  return { outcome: 'changed', state: { ...next, chain, version: next.version + 1, updatedAt: now }, entries, effects };
}
