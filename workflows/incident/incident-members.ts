import { systemActor, type Actor, type TimelineDraft } from '../kernel/timeline-types.ts';
import { incidentWorkflowId } from '../kernel/workflow-ids.ts';
import type { IncidentNews, MemberNews, MemberRef } from './incident-link-types.ts';
import { mostMembers, type IncidentEffect, type IncidentState, type Membership } from './incident-types.ts';

/** A change of an incident before it is numbered and chained. */
export interface IncidentMove {
  state: IncidentState;
  drafts: TimelineDraft[];
  effects: IncidentEffect[];
}

type News<T extends MemberNews['type']> = Extract<MemberNews, { type: T }>;

/** Links those that are not linked yet, and tells each of them. */
export function withLinked(state: IncidentState, cases: MemberRef[], actor: Actor): IncidentMove {
  const known = new Set(state.members.map(({ caseId }) => caseId));
  const fresh = [...new Map(cases.map((each) => [each.caseId, each])).values()].filter(
    ({ caseId }) => !known.has(caseId),
  );
  const added = fresh.map((each, index) => ({ ...each, no: state.linkSerial + index + 1 }));
  const incident = { incidentId: state.incidentId, workflowId: incidentWorkflowId(state) };
  const caseIds = added.map(({ caseId }) => caseId);
  return {
    state: { ...state, members: [...state.members, ...added], linkSerial: state.linkSerial + added.length },
    drafts: added.length === 0 ? [] : [{ type: 'casesLinked', actor, data: { caseIds } }],
    effects: added.map(({ caseId, no, workflowId }) =>
      telling(workflowId, { type: 'incidentJoined', caseId, no, incident, actor }),
    ),
  };
}

export function withUnlinked(state: IncidentState, caseId: string, actor: Actor): IncidentMove {
  const member = state.members.find((each) => each.caseId === caseId);
  if (!member) return { state, drafts: [], effects: [] };
  return {
    state: without(state, caseId),
    drafts: [{ type: 'caseUnlinked', actor, data: { caseId } }],
    effects: [leaving(state, member, actor, 'unlinked')],
  };
}

/** Its sender said at once that it is this one. Too late, or one too many: the case goes by turn, nothing is lost. */
export function withJoined(
  state: IncidentState,
  { member, actor }: News<'caseJoined'>,
): IncidentMove | IncidentEffect[] {
  if (state.members.some(({ caseId }) => caseId === member.caseId)) return [];
  const isFull = state.members.length >= mostMembers;
  if (isFull || state.status === 'resolved') {
    return [leaving(state, { ...member, no: 0 }, systemActor, isFull ? 'full' : 'resolved')];
  }
  return {
    state: { ...state, members: [...state.members, { ...member, no: 0 }] },
    drafts: [{ type: 'caseJoined', actor, data: { caseId: member.caseId } }],
    effects: [],
  };
}

/** A case has ended or gone its own way. What is said of an earlier link than the present one is no news. */
export function withLeft(state: IncidentState, { caseId, no, reason }: News<'caseLeft'>): IncidentMove | null {
  const member = state.members.find((each) => each.caseId === caseId);
  if (!member || member.isResolved || no < member.no) return null;
  const draft = { type: 'caseLeft', actor: systemActor, data: { caseId, reason } };
  return { state: without(state, caseId), drafts: [draft], effects: [] };
}

export function withResolvedMember(state: IncidentState, { caseId }: News<'caseResolved'>): IncidentMove | null {
  const isMeant = (each: Membership) => each.caseId === caseId && !each.isResolved;
  if (state.status !== 'resolved' || !state.members.some(isMeant)) return null;
  const members = state.members.map((each): Membership => (isMeant(each) ? { ...each, isResolved: true } : each));
  return { state: { ...state, members }, drafts: [], effects: [] };
}

export function telling(workflowId: string, news: IncidentNews): IncidentEffect {
  return { type: 'tellCase', workflowId, news };
}

function leaving(state: IncidentState, member: Membership, actor: Actor, reason: string): IncidentEffect {
  const { caseId, no, workflowId } = member;
  return telling(workflowId, { type: 'incidentLeft', caseId, no, incidentId: state.incidentId, actor, reason });
}

function without(state: IncidentState, caseId: string): IncidentState {
  return { ...state, members: state.members.filter((each) => each.caseId !== caseId) };
}
