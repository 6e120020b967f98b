import { chained, chainStart } from '../kernel/timeline-chain.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { Refusal } from './complaint-errors.ts';
import { acted } from './complaint-actions.ts';
import { toldByIncident, withIncidentKept } from './complaint-incident.ts';
import { freed, reserved } from './complaint-correcting.ts';
import {
  endedSurvivor,
  mergeSentOn,
  movedSurvivor,
  notSentOn,
  reportSentOn,
  unmerged,
  withMerged,
} from './complaint-merging.ts';
import { isAction, refusal, refusalOf } from './complaint-refusal.ts';
import type { Move } from './complaint-turns.ts';
import {
  deadlinePassed,
  granted,
  opened,
  planned,
  replanned,
  turnWithdrawn,
  withMessage,
  withReport,
} from './complaint-moves.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';
import type { CaseState, ComplaintInput } from './complaint-types.ts';

export type Transition =
  | { outcome: 'changed'; state: CaseState; entries: TimelineEntry[]; effects: CaseEffect[] }
  /** Nothing to do: a repetition, or news from a place that the case has left. Effects may remain (a turn to give back). */
  | { outcome: 'unchanged'; state: CaseState; entries: []; effects: CaseEffect[] }
  | { outcome: 'refused'; refusal: Refusal };

/** A new case with its first report, which asks for its first turn. `now` is epoch milliseconds. */
export function openCase(input: ComplaintInput, now: number): Transition {
  return settled(opened(input, now, chainStart), now);
}

/**
 * What becomes of a case by an event. Contract:
 * 1. Pure: the same state, event and time (epoch milliseconds) give the same answer, and the given state stays as it is.
 * 2. An action whose id was done before is unchanged, never refused: it is answered again.
 * 3. A refused event changes nothing. A changed state has a version one higher and at least one timeline entry,
 *    except that a planned deadline and a reserved fingerprint are no news for the timeline.
 * 4. In every status but the ends there is a deadline that runs, so no case waits for ever; a merged case waits for the
 *    surviving one, and one that waits with an incident for that: both have one.
 */
export function transition(state: CaseState, event: CaseEvent, now: number): Transition {
  if (isAction(event)) {
    if (state.actionIds.includes(event.action.actionId)) return unchanged(state);
    const refused = refusalOf(state, event);
    if (refused) return { outcome: 'refused', refusal: refused };
  }
  const move = moved(state, event, now);
  if (move === 'refused') return { outcome: 'refused', refusal: refusal(state, 'IllegalInStatus') };
  return Array.isArray(move) ? unchanged(state, move) : settled(withIncidentKept(state, move, now), now);
}

/** A case that has ended takes nothing in and changes no more. */
export function isOver({ status, isForwarding }: Pick<CaseState, 'status' | 'isForwarding'>): boolean {
  return status === 'closed' || status === 'withdrawn' || (status === 'merged' && !isForwarding);
}

/** A move, the effects of an event that changes nothing, or a refusal. */
function moved(state: CaseState, event: CaseEvent, now: number): Move | CaseEffect[] | 'refused' {
  if (isAction(event)) return acted(state, event, now);
  switch (event.type) {
    case 'reportAttached':
      if (state.reportIds.includes(event.report.reportId)) return [];
      if (state.detachedReportIds?.includes(event.report.reportId)) return [];
      if (isOver(state)) return 'refused';
      return reportSentOn(state, event.report) ?? withReport(state, event.report, now);
    case 'caseMerged':
      if (isOver(state)) return [{ type: 'tellForwarders', forwarders: [event.source], news: { type: 'mergeFailed' } }];
      return mergeSentOn(state, event.source, now) ?? withMerged(state, event.source, now);
    case 'mergeFailed':
      if (event.source && event.source.caseId !== state.caseId) return notSentOn(state, event.source);
      return unmerged(state, now) ?? [];
    case 'survivorMoved':
      return movedSurvivor(state, event.into) ?? [];
    case 'survivorEnded':
      return endedSurvivor(state) ?? [];
    case 'incidentJoined':
    case 'incidentLeft':
    case 'incidentResolved':
    case 'incidentGone':
      return toldByIncident(state, event, now);
    case 'messageAdded':
      if (state.actionIds.includes(event.messageId)) return [];
      return isOver(state) || state.status === 'merged' ? 'refused' : withMessage(state, event, now);
    case 'fingerprintReserved':
      return (isOver(state) ? null : reserved(state, event.fingerprint)) ?? [];
    case 'fingerprintFreed':
      return freed(state, event) ?? [];
    case 'turnGranted':
      return granted(state, event, now);
    case 'turnWithdrawn':
      return turnWithdrawn(state, event, now) ?? [];
    case 'settingsChanged':
      return replanned(state) ?? [];
    case 'deadlinePlanned':
      return planned(state, event) ?? [];
    case 'deadlinePassed':
      return deadlinePassed(state, event.serial, now) ?? [];
  }
}

function unchanged(state: CaseState, effects: CaseEffect[] = []): Transition {
  return { outcome: 'unchanged', state, entries: [], effects };
}

/** Numbers the version and chains what happened. */
function settled(move: Move, now: number): Transition {
  const entries: TimelineEntry[] = [];
  let chain = move.state.chain;
  for (const draft of move.drafts) {
    const entry = chained(move.state.caseId, chain, draft, now);
    entries.push(entry);
    chain = { no: entry.no, hash: entry.hash };
  }
  const state = { ...move.state, chain, version: move.state.version + 1, updatedAt: now };
  return { outcome: 'changed', state, entries, effects: move.effects };
}
