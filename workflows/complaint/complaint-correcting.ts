import type { Json, TimelineDraft } from '../kernel/timeline-types.ts';
import { complaintWorkflowId } from '../kernel/workflow-ids.ts';
import { linkOf } from './complaint-address.ts';
import type { CorrectableFacts, Correction } from './complaint-correction-types.ts';
import { withDeadline } from './complaint-deadlines.ts';
import type { RefusalCode } from './complaint-errors.ts';
import type { CaseEvent } from './complaint-event-types.ts';
import { enteringTier, leftByAgent, releasing, withTurnRequested, type Move } from './complaint-turns.ts';
import type { CaseFacts, CaseLink, CaseState } from './complaint-types.ts';

type FreedEvent = Extract<CaseEvent, { type: 'fingerprintFreed' }>;
type CorrectEvent = Extract<CaseEvent, { type: 'correct' }>;

/** Why it cannot be corrected so, or null. */
export function correctionRefusal({ facts }: CaseState, { from, to }: Correction): RefusalCode | null {
  if (!areSame(facts, from)) return 'VersionMismatch';
  return areSame(facts, to) ? 'NothingChanged' : null;
}

/** Whether reports under this fingerprint reach the case already. */
export function leadsHere(state: CaseState, fingerprint: string): boolean {
  const { correctionForwarders = [], facts, fingerprints = [], forwarders = [] } = state;
  const workflowId = complaintWorkflowId({ officeId: facts.officeId, fingerprint });
  const known = [linkOf(state), ...forwarders, ...correctionForwarders];
  return fingerprints.includes(fingerprint) || known.some((link) => link.workflowId === workflowId);
}

/** Whether it is this case that somebody has found, or one that goes on as it. */
export function isOfThisCase({ caseId, forwarders = [] }: CaseState, found: Pick<CaseLink, 'caseId'>): boolean {
  return [caseId, ...forwarders.map((link) => link.caseId)].includes(found.caseId);
}

/** Before anything runs under the fingerprint, so that who is led here by it finds the case at once. */
export function reserved(state: CaseState, fingerprint: string): Move | null {
  if (state.status === 'merged' || leadsHere(state, fingerprint)) return null;
  const openedAs = state.openedAs ?? state.facts;
  const fingerprints = [...new Set([openedAs.fingerprint, ...(state.fingerprints ?? []), fingerprint])];
  const correctionForwarders = [...(state.correctionForwarders ?? []), forwarderOf(state, fingerprint)];
  return { state: { ...state, openedAs, fingerprints, correctionForwarders }, drafts: [], effects: [] };
}

/** The correction was not made after all: what was started under the fingerprint ends. */
export function freed(state: CaseState, { fingerprint, isLeading }: FreedEvent): Move | null {
  if (!(state.fingerprints ?? []).includes(fingerprint) || state.facts.fingerprint === fingerprint) return null;
  const forwarders = [forwarderOf(state, fingerprint)];
  const effects: Move['effects'] = isLeading
    ? [{ type: 'tellForwarders', forwarders, news: { type: 'survivorEnded' } }]
    : [];
  return { state: { ...state, ...withoutFingerprint(state, fingerprint) }, drafts: [], effects };
}

/**
 * The facts are put right. Where another case runs under the new fingerprint the case keeps its own, by which it is found:
 * the entry names the other, for somebody to merge them. At another desk it begins anew, with a turn there.
 */
export function corrected(state: CaseState, event: CorrectEvent, now: number): Move {
  const { action, correction, reasonId } = event;
  const { fingerprint, to } = correction;
  // Nobody else runs under the fingerprint that the case has.
  const occupiedBy = fingerprint === state.facts.fingerprint ? null : event.occupiedBy;
  const openedAs = state.openedAs ?? state.facts;
  const facts: CaseFacts = { ...state.facts, ...to, fingerprint: occupiedBy ? state.facts.fingerprint : fingerprint };
  const leading = occupiedBy
    ? withoutFingerprint(state, fingerprint)
    : { fingerprints: [...new Set([openedAs.fingerprint, ...(state.fingerprints ?? []), fingerprint])] };
  const moves = to.deskId !== state.facts.deskId;
  const data: { [key: string]: Json } = {
    from: { ...correction.from },
    to: { ...to },
    reasonId,
    ...(occupiedBy ? { sameProblemId: occupiedBy.caseId, sameProblemNumber: occupiedBy.number } : {}),
    ...(moves && state.agentId !== null ? { fromAgentId: state.agentId } : {}),
  };
  const draft: TimelineDraft = { type: 'corrected', actor: action.actor, data };
  const done: CaseState = { ...state, ...leading, openedAs };
  if (!moves) return { state: { ...done, facts }, drafts: [draft], effects: [] };
  return atOtherDesk(done, facts, draft, now);
}

/** The place at the old desk is given back there; agent, tier and clock begin anew at the new one. */
function atOtherDesk(state: CaseState, facts: CaseFacts, draft: TimelineDraft, now: number): Move {
  const left = leftByAgent(state);
  const waiting: CaseState = {
    ...left.state,
    ...enteringTier(state, 'tier-1'),
    facts,
    status: 'received',
    overdue: false,
    deadlines: [],
    requestId: null,
  };
  return withTurnRequested({
    state: withDeadline(waiting, 'resolve', now),
    drafts: [draft],
    effects: [...releasing(state), ...left.effects],
  });
}

function withoutFingerprint(state: CaseState, fingerprint: string) {
  const { workflowId } = forwarderOf(state, fingerprint);
  return {
    fingerprints: (state.fingerprints ?? []).filter((each) => each !== fingerprint),
    correctionForwarders: (state.correctionForwarders ?? []).filter((link) => link.workflowId !== workflowId),
  };
}

function forwarderOf({ caseId, facts, number }: CaseState, fingerprint: string): CaseLink {
  return { caseId, number, workflowId: complaintWorkflowId({ officeId: facts.officeId, fingerprint }) };
}

function areSame(one: CorrectableFacts, other: CorrectableFacts): boolean {
  const keys = ['deskId', 'systemId', 'serverId', 'category'] as const;
  return keys.every((key) => one[key] === other[key]);
}
