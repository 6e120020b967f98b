import { complaintWorkflowId } from '../kernel/workflow-ids.ts';
import type { TimelineDraft } from '../kernel/timeline-types.ts';
import { withDeadline } from './complaint-deadlines.ts';
import { leftByAgent, releasing, reopened, systemDraft, waitingStatus, withTurnRequested } from './complaint-turns.ts';
import type { Move } from './complaint-turns.ts';
import type { CaseEffect } from './complaint-event-types.ts';
import type { CaseLink, CaseState, MergedCase, ReportRef } from './complaint-types.ts';

/** The case goes on as another one: its turn and its deadlines end, its reports and its own forwarders go along. */
export function merged(state: CaseState, into: CaseLink, draft: TimelineDraft): Move {
  const left = leftByAgent(state);
  const source: MergedCase = { ...linkOf(state), ...reportsOf(state), forwarders: state.forwarders ?? [] };
  return {
    state: {
      ...left.state,
      status: 'merged',
      overdue: false,
      deadlines: [],
      requestId: null,
      mergedInto: into,
      isForwarding: true,
      forwarders: [],
    },
    drafts: [draft],
    effects: [
      ...releasing(state),
      ...left.effects,
      { type: 'tellSurvivor', into, source },
      ...telling(state, { type: 'survivorMoved', into }),
    ],
  };
}

/** The surviving case takes in what a merged one brings. Repeating it changes nothing. */
export function withMerged(state: CaseState, source: MergedCase, now: number): Move | CaseEffect[] {
  const { caseId, number, workflowId, forwarders, reportIds, reporterIds } = source;
  if ((state.forwarders ?? []).some((known) => known.caseId === caseId)) return [];
  const grown: CaseState = {
    ...state,
    reportIds: [...new Set([...state.reportIds, ...reportIds])],
    reporterIds: [...new Set([...state.reporterIds, ...reporterIds])],
    forwarders: [...(state.forwarders ?? []), { caseId, number, workflowId }, ...forwarders],
  };
  const taken = systemDraft('caseMerged', { fromId: caseId, number, reportCount: grown.reportIds.length });
  if (state.status !== 'resolved') return { state: grown, drafts: [taken], effects: [] };
  const again = systemDraft('reopened', { reason: 'caseMerged', lastAgentId: state.agentId });
  return reopened(grown, [taken, again], now);
}

/** A merged case only sends on: what arrives belongs to the surviving one. */
export function sentOn(state: CaseState, news: { report: ReportRef } | { source: MergedCase }): CaseEffect[] | null {
  const into = state.mergedInto;
  if (!into || !state.isForwarding) return null;
  if ('report' in news) return [{ type: 'forwardReport', into, report: news.report }];
  const { caseId, number, workflowId } = news.source;
  return [
    { type: 'tellSurvivor', into, source: news.source },
    { type: 'tellForwarders', forwarders: [{ caseId, number, workflowId }], news: { type: 'survivorMoved', into } },
  ];
}

/** The one that it was to go on as is no more: the case goes on as itself, by turn. */
export function unmerged(state: CaseState, now: number): Move | null {
  if (state.status !== 'merged' || !state.isForwarding) return null;
  const { mergedInto, ...own } = state;
  const waiting: CaseState = { ...own, status: waitingStatus(state.tier), isForwarding: false };
  const draft = systemDraft('mergeFailed', { intoId: mergedInto?.caseId ?? null });
  return withTurnRequested({ state: withDeadline(waiting, 'resolve', now), drafts: [draft], effects: [] });
}

export function movedSurvivor(state: CaseState, into: CaseLink): Move | null {
  if (state.status !== 'merged' || state.mergedInto?.caseId === into.caseId) return null;
  const draft = systemDraft('survivorMoved', { intoId: into.caseId, number: into.number });
  return { state: { ...state, mergedInto: into }, drafts: [draft], effects: [] };
}

export function endedSurvivor(state: CaseState): Move | null {
  if (state.status !== 'merged' || !state.isForwarding) return null;
  return { state: { ...state, isForwarding: false }, drafts: [systemDraft('survivorEnded', {})], effects: [] };
}

/** Whoever sent reports on to this case need not any more. */
export function endingForwarders(state: CaseState): CaseEffect[] {
  return telling(state, { type: 'survivorEnded' });
}

function telling(
  { forwarders = [] }: CaseState,
  news: Extract<CaseEffect, { type: 'tellForwarders' }>['news'],
): CaseEffect[] {
  return forwarders.length === 0 ? [] : [{ type: 'tellForwarders', forwarders, news }];
}

function linkOf({ caseId, number, facts }: CaseState): CaseLink {
  return { caseId, number, workflowId: complaintWorkflowId(facts) };
}

function reportsOf({ reportIds, reporterIds }: CaseState) {
  return { reportIds, reporterIds };
}
