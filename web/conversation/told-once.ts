import type { TimelineEntry } from './timeline-sentence.ts';

/** Entries of somebody losing a case. */
const givenAway = ['reassigned', 'handedOver', 'acknowledgementMissed'];

/** That a case left somebody and that somebody else got it at once is one thing to whoever reads it. */
export function toldOnce(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  return timeline.flatMap((entry, index) => {
    const [before, after] = [timeline[index - 1], timeline[index + 1]];
    if (entry.type === 'assigned' && before && givenAway.includes(before.type)) return [];
    if (!givenAway.includes(entry.type) || after?.type !== 'assigned') return [entry];
    return [{ ...entry, data: { ...entry.data, toAgentName: after.data['agentName'] ?? entry.data['toAgentName'] } }];
  });
}
