import type { ConversationItem } from '../conversation/conversation-items.ts';

/** What somebody has given the present solution, 1 to 5; 0 while nothing. One for an earlier solution does not count. */
export function ownScore(items: readonly ConversationItem[], userId: string): number {
  const since = items.findLastIndex(({ kind }) => kind === 'resolution');
  const rated = items
    .slice(since + 1)
    .findLast((item) => item.kind === 'event' && item.entry.type === 'rated' && item.entry.actor.id === userId);
  return rated?.kind === 'event' ? Number(rated.entry.data['score'] ?? 0) : 0;
}
