import type { SavedReply } from './saved-reply-repository.ts';

const titles = new Intl.Collator('id');

export function byTitle(one: SavedReply, other: SavedReply): number {
  return titles.compare(one.title, other.title) || (one.savedReplyId < other.savedReplyId ? -1 : 1);
}
