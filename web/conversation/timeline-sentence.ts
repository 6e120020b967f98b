import type { Schemas } from '../api/client.ts';

export type TimelineEntry = Schemas['TimelinePage']['items'][number];

/** Texts under `conversation.event`. */
type EventKey =
  | 'received'
  | 'reportAttached'
  | 'reportDetached'
  | 'assigned'
  | 'acknowledged'
  | 'escalated'
  | 'escalatedByDeadline'
  | 'resumed'
  | 'answerMissed'
  | 'reassigned'
  | 'reassignedTo'
  | 'movedOn'
  | 'movedOnFrom'
  | 'movedOnTo'
  | 'movedOnFromTo'
  | 'reopened'
  | 'reopenedBySystem'
  | 'withdrawn'
  | 'rated'
  | 'merged'
  | 'mergedInto'
  | 'caseMerged'
  | 'mergeFailed'
  | 'corrected'
  | 'incidentJoined'
  | 'incidentLeft'
  | 'overdue'
  | 'closed';

interface TimelineSentence {
  key: EventKey;
  values: { agent: string; from: string; number: string; score: number };
  /** What somebody gave as a reason, or said with it. */
  quote?: string;
}

const movedOn = ({ data }: { data: TimelineEntry['data'] }): EventKey => {
  if (data['toAgentName']) return data['agentName'] ? 'movedOnFromTo' : 'movedOnTo';
  return data['agentName'] ? 'movedOnFrom' : 'movedOn';
};

/** Which sentence tells each type of entry; what the reader is not told who or where has a sentence without it. */
const keysByType: Record<string, (facts: { isSystem: boolean; data: TimelineEntry['data'] }) => EventKey | null> = {
  received: () => 'received',
  reportAttached: () => 'reportAttached',
  reportDetached: () => 'reportDetached',
  assigned: () => 'assigned',
  acknowledged: () => 'acknowledged',
  escalated: ({ isSystem }) => (isSystem ? 'escalatedByDeadline' : 'escalated'),
  // By a reply it needs no line of its own.
  resumed: ({ isSystem }) => (isSystem ? null : 'resumed'),
  answerMissed: () => 'answerMissed',
  reassigned: ({ data }) => (data['toAgentName'] ? 'reassignedTo' : 'reassigned'),
  handedOver: movedOn,
  acknowledgementMissed: movedOn,
  reopened: ({ isSystem }) => (isSystem ? 'reopenedBySystem' : 'reopened'),
  withdrawn: () => 'withdrawn',
  reportWithdrawn: () => 'withdrawn',
  rated: ({ data }) => (data['score'] ? 'rated' : null),
  merged: ({ data }) => (data['number'] ? 'mergedInto' : 'merged'),
  caseMerged: ({ data }) => (data['number'] ? 'caseMerged' : null),
  mergeFailed: () => 'mergeFailed',
  corrected: () => 'corrected',
  incidentJoined: () => 'incidentJoined',
  incidentLeft: () => 'incidentLeft',
  overdue: () => 'overdue',
  closed: () => 'closed',
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The texts behind ids; a `reason` without one is a word for machines. */
function quoteOf(data: TimelineEntry['data']): string {
  return data['reasonId'] ? textOf(data['reason']) : textOf(data['comment']);
}

/** How an entry of a case's history reads; null for what says nothing to people, or is said elsewhere. */
export function timelineSentence({ type, actor, data }: TimelineEntry): TimelineSentence | null {
  const key = keysByType[type]?.({ isSystem: actor.role === 'system', data });
  if (!key) return null;
  const quote = quoteOf(data);
  return {
    key,
    values: {
      agent: textOf(data['toAgentName']) || textOf(data['agentName']),
      from: textOf(data['agentName']),
      number: textOf(data['number']),
      score: Number(data['score'] ?? 0),
    },
    ...(quote && { quote }),
  };
}
