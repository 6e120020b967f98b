import type { TimelineDraft } from '../kernel/timeline-types.ts';
import { linkOf } from './complaint-address.ts';
import { mergedOrigins, originsOf } from './complaint-detaching.ts';
import { withDeadline } from './complaint-deadlines.ts';
import { leftByAgent, releasing, reopened, systemDraft, waitingStatus, withTurnRequested } from './complaint-turns.ts';
import type { Move } from './complaint-turns.ts';
import type { CaseEffect } from './complaint-event-types.ts';
import type { CaseLink, CaseState, MergedCase, ReportRef } from './complaint-types.ts';

/**
 * The case goes on as another one: its turn and its deadlines end, its reports and its own forwarders go along. It keeps
 * knowing them, and they are told by the case that takes them in: this one may have to go on as itself.
 */
export function merged(state: CaseState, into: CaseLink, draft: TimelineDraft): Move {
  const left = leftByAgent(state);
  const source: MergedCase = {
    ...linkOf(state),
    ...reportsOf(state),
    ...originsOf(state),
    forwarders: state.forwarders ?? [],
    correctionForwarders: state.correctionForwarders ?? [],
  };
  return {
    state: {
      ...left.state,
      status: 'merged',
      overdue: false,
      deadlines: [],
      requestId: null,
      mergedInto: into,
      isForwarding: true,
    },
    drafts: [draft],
    effects: [...releasing(state), ...left.effects, { type: 'tellSurvivor', into, source }],
  };
}

/** The surviving case takes in what a merged one brings. Repeating it changes nothing, nor does its own news coming back. */
export function withMerged(state: CaseState, source: MergedCase, now: number): Move | CaseEffect[] {
  const { caseId, number, workflowId, reportIds, reporterIds } = source;
  const known = [state.caseId, ...(state.forwarders ?? []).map((forwarder) => forwarder.caseId)];
  if (known.includes(caseId)) return [];
  const along = source.forwarders.filter((forwarder) => !known.includes(forwarder.caseId));
  const leading = (state.correctionForwarders ?? []).map((forwarder) => forwarder.workflowId);
  const brought = source.correctionForwarders ?? [];
  const corrections = brought.filter((forwarder) => !leading.includes(forwarder.workflowId));
  const allIds = [...new Set([...state.reportIds, ...reportIds])];
  const grown: CaseState = {
    ...state,
    ...mergedOrigins(state, source, allIds),
    reportIds: allIds,
    reporterIds: [...new Set([...state.reporterIds, ...reporterIds])],
    forwarders: [...(state.forwarders ?? []), { caseId, number, workflowId }, ...along],
    correctionForwarders: [...(state.correctionForwarders ?? []), ...corrections],
  };
  const taken = systemDraft('caseMerged', { fromId: caseId, number, reportCount: grown.reportIds.length });
  const news = telling(
    { forwarders: along, correctionForwarders: corrections },
    { type: 'survivorMoved', into: linkOf(state) },
  );
  if (state.status !== 'resolved') return { state: grown, drafts: [taken], effects: news };
  const again = systemDraft('reopened', { reason: 'caseMerged', lastAgentId: state.agentId });
  const { effects, ...move } = reopened(grown, [taken, again], now);
  return { ...move, effects: [...effects, ...news] };
}

/** A merged case sends a report on: it belongs to the surviving one. */
export function reportSentOn({ isForwarding, mergedInto }: CaseState, report: ReportRef): CaseEffect[] | null {
  return mergedInto && isForwarding ? [{ type: 'forwardReport', into: mergedInto, report }] : null;
}

/**
 * A merged case sends on what another one brings, and that one learns who takes it in. Two that were merged into each other
 * at once would send each other on for ever: the one with the smaller id goes on, and has the other one.
 */
export function mergeSentOn(state: CaseState, source: MergedCase, now: number): Move | CaseEffect[] | null {
  const { isForwarding, mergedInto: into } = state;
  if (!into || !isForwarding) return null;
  const link = { caseId: source.caseId, number: source.number, workflowId: source.workflowId };
  if (source.caseId === state.caseId) return unmerged(state, now) ?? [];
  if (source.caseId !== into.caseId) {
    return [
      { type: 'tellSurvivor', into, source },
      { type: 'tellForwarders', forwarders: [link], news: { type: 'survivorMoved', into } },
    ];
  }
  const own = state.caseId < source.caseId ? unmerged(state, now) : null;
  const taken = own && withMerged(own.state, source, now);
  if (!own || !taken || Array.isArray(taken)) {
    return [{ type: 'tellForwarders', forwarders: [link], news: { type: 'mergeFailed' } }];
  }
  return {
    state: taken.state,
    drafts: [...own.drafts, ...taken.drafts],
    effects: [...own.effects, ...taken.effects],
  };
}

/** The one that it was to go on as is no more: the case goes on as itself, by turn. */
export function unmerged(state: CaseState, now: number): Move | null {
  if (state.status !== 'merged' || !state.isForwarding) return null;
  const { mergedInto, ...own } = state;
  const waiting: CaseState = { ...own, status: waitingStatus(state.tier), isForwarding: false };
  const draft = systemDraft('mergeFailed', { intoId: mergedInto?.caseId ?? null });
  return withTurnRequested({ state: withDeadline(waiting, 'resolve', now), drafts: [draft], effects: [] });
}

/** What this case sent on found nobody: its survivor has ended, and who was to go along goes on as itself. */
export function notSentOn(state: CaseState, source: CaseLink): Move | CaseEffect[] {
  const news = telling({ forwarders: [source] }, { type: 'mergeFailed' });
  const ended = endedSurvivor(state);
  return ended ? { ...ended, effects: news } : news;
}

export function movedSurvivor(state: CaseState, into: CaseLink): Move | null {
  if (!state.isForwarding || [state.caseId, state.mergedInto?.caseId].includes(into.caseId)) return null;
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
  { correctionForwarders = [], forwarders = [] }: Pick<CaseState, 'correctionForwarders' | 'forwarders'>,
  news: Extract<CaseEffect, { type: 'tellForwarders' }>['news'],
): CaseEffect[] {
  const all = [...forwarders, ...correctionForwarders];
  return all.length === 0 ? [] : [{ type: 'tellForwarders', forwarders: all, news }];
}

function reportsOf({ reportIds, reporterIds }: CaseState) {
  return { reportIds, reporterIds };
}
