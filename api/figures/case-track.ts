import type { Tier } from '../../workflows/kernel/tier.ts';
import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import type { CaseFact, FactKind } from './figure-facts.ts';

/** As much of a case as the next lines of its timeline are understood by. Times are epoch milliseconds. */
export interface CaseTrack {
  /** Number of the last entry that was read. */
  no: number;
  hasEnded: boolean;
  tier: Tier;
  /** Who has the case, or had it when it was resolved. */
  agentId: string | null;
  receivedAt: number | null;
  firstAssignedAt: number | null;
  wasAcknowledged: boolean;
  wasResolved: boolean;
  /** Since when the agent has it; null: nobody works on it. */
  assignedAt: number | null;
  awaitsAcknowledgement: boolean;
  /** Since when it waits on its submitter. */
  askedAt: number | null;
  /** How long it waited on its submitter while this agent had it. */
  waitedMs: number;
  /** How the tier stands with its deadline: null when none runs. */
  tierDeadline: 'running' | 'missed' | null;
}

export interface Tracked {
  track: CaseTrack;
  facts: CaseFact[];
}

/** A case of which nothing has been read yet. */
export const unread: CaseTrack = {
  no: 0,
  hasEnded: false,
  tier: 'tier-1',
  agentId: null,
  receivedAt: null,
  firstAssignedAt: null,
  wasAcknowledged: false,
  wasResolved: false,
  assignedAt: null,
  awaitsAcknowledgement: false,
  askedAt: null,
  waitedMs: 0,
  tierDeadline: null,
};

const nobodyHasIt = { agentId: null, assignedAt: null, awaitsAcknowledgement: false, askedAt: null, waitedMs: 0 };

/**
 * Reads the next line of a case's timeline: what it means for what is counted, and how the case stands then. Pure. Lines of
 * kinds that count for nothing, also such as are added later, only move the number on.
 */
export function readEntry(
  before: CaseTrack,
  entry: Pick<TimelineEntry, 'no' | 'type' | 'at' | 'actor' | 'data'>,
): Tracked {
  const track = { ...before, no: entry.no };
  const at = Date.parse(entry.at);
  const { data } = entry;
  const fact = (kind: FactKind, value = 1, about?: string): CaseFact => ({
    ...{ kind, tier: track.tier, agentId: track.agentId, value },
    ...(about !== undefined && { about }),
  });
  switch (entry.type) {
    case 'received':
      return {
        track: { ...track, receivedAt: at, tierDeadline: 'running' },
        facts: [fact('casesReceived'), fact('reportsReceived')],
      };
    case 'reportAttached': {
      const about = String(data['reportId']);
      return { track, facts: [fact('reportsReceived'), fact('reportAttached', 1, about)] };
    }
    case 'assigned':
      return assigned(track, { agentId: String(data['agentId']), at });
    case 'acknowledged':
      return acknowledged(track, at);
    case 'asked': {
      const { track: taken, facts } = acknowledged(track, at);
      return { track: { ...taken, askedAt: at }, facts };
    }
    case 'resumed':
    case 'answerMissed':
      return { track: { ...track, waitedMs: waited(track, at), askedAt: null }, facts: [] };
    case 'acknowledgementMissed':
      return { track: { ...track, ...nobodyHasIt }, facts: [fact('acknowledgeMissed')] };
    case 'reassigned':
    case 'handedOver':
      return { track: { ...track, ...nobodyHasIt, tierDeadline: track.tierDeadline ?? 'running' }, facts: [] };
    case 'incidentJoined':
      return { track: { ...track, ...nobodyHasIt, tierDeadline: null }, facts: [] };
    case 'incidentLeft':
      return { track: { ...track, tierDeadline: 'running' }, facts: [] };
    case 'escalated':
      return escalated(track, at, data['by'] === 'deadline');
    case 'overdue': {
      const facts = [fact('overdue'), ...(track.tierDeadline === 'running' ? [fact('resolveTier2Missed')] : [])];
      return { track: { ...track, ...nobodyHasIt, tierDeadline: 'missed' }, facts };
    }
    case 'resolved':
      return resolved(track, at);
    case 'reopened': {
      const byReport = data['reason'] === 'reportAttached' ? [fact('reopenedByReport')] : [];
      return { track: { ...track, ...nobodyHasIt, tierDeadline: 'running' }, facts: [fact('reopened'), ...byReport] };
    }
    case 'rated':
      return { track, facts: [fact('rated', Number(data['score']), entry.actor.id)] };
    case 'closed':
    case 'withdrawn':
    case 'merged':
      return { track: { ...track, hasEnded: true, tierDeadline: null }, facts: [fact(entry.type)] };
    case 'mergeFailed':
      return { track: { ...track, ...nobodyHasIt, hasEnded: false, tierDeadline: 'running' }, facts: [] };
    default:
      return { track, facts: [] };
  }
}

function assigned(track: CaseTrack, { agentId, at }: { agentId: string; at: number }): Tracked {
  const given = { ...track, agentId, assignedAt: at, awaitsAcknowledgement: true, askedAt: null, waitedMs: 0 };
  const { tier, receivedAt, firstAssignedAt } = track;
  const isFirst = receivedAt !== null && firstAssignedAt === null;
  return {
    track: { ...given, firstAssignedAt: firstAssignedAt ?? at },
    facts: [
      { kind: 'assigned', tier, agentId, value: 1 },
      ...(isFirst ? [{ kind: 'toAssigned', tier, agentId, value: at - receivedAt } as const] : []),
    ],
  };
}

/** Whoever asks, resolves or hands over has begun to work on it: that stands for the acknowledgement. */
function acknowledged(track: CaseTrack, at: number): Tracked {
  if (!track.awaitsAcknowledgement) return { track, facts: [] };
  const { tier, agentId, firstAssignedAt, wasAcknowledged } = track;
  const isFirst = !wasAcknowledged && firstAssignedAt !== null;
  return {
    track: { ...track, awaitsAcknowledgement: false, wasAcknowledged: true },
    facts: [
      { kind: 'acknowledgeMet', tier, agentId, value: 1 },
      ...(isFirst ? [{ kind: 'toAcknowledged', tier, agentId, value: at - firstAssignedAt } as const] : []),
    ],
  };
}

function escalated(track: CaseTrack, at: number, byDeadline: boolean): Tracked {
  const { tier, agentId } = track;
  const acknowledging = byDeadline ? { track, facts: [] } : acknowledged(track, at);
  const outcome = byDeadline ? 'resolveTier1Missed' : 'resolveTier1Met';
  return {
    track: { ...acknowledging.track, ...nobodyHasIt, tier: 'tier-2', tierDeadline: 'running' },
    facts: [
      ...acknowledging.facts,
      { kind: 'escalated', tier, agentId, value: 1 },
      ...(track.tierDeadline === 'running' ? [{ kind: outcome, tier, agentId, value: 1 } as const] : []),
    ],
  };
}

function resolved(track: CaseTrack, at: number): Tracked {
  const { tier, agentId, assignedAt, receivedAt, tierDeadline, wasResolved } = track;
  const acknowledging = acknowledged(track, at);
  const fact = (kind: FactKind, value = 1): CaseFact => ({ kind, tier, agentId, value });
  return {
    track: { ...acknowledging.track, assignedAt: null, askedAt: null, wasResolved: true, tierDeadline: null },
    facts: [
      ...acknowledging.facts,
      fact('resolved'),
      ...(assignedAt === null ? [] : [fact('handling', at - assignedAt - waited(track, at))]),
      ...(receivedAt === null || wasResolved ? [] : [fact('toResolved', at - receivedAt)]),
      ...(tierDeadline === 'running' ? [fact(tier === 'tier-1' ? 'resolveTier1Met' : 'resolveTier2Met')] : []),
    ],
  };
}

function waited({ askedAt, waitedMs }: CaseTrack, at: number): number {
  return waitedMs + (askedAt === null ? 0 : at - askedAt);
}
