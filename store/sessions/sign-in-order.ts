import type { Session } from './session-repository.ts';

/** By when they began, then by hash, so that the order is always the same. */
export function newestFirst(one: Session, other: Session): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? 1 : -1;
  return one.tokenHash < other.tokenHash ? -1 : 1;
}
