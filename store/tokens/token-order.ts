import type { AccessToken } from './token-repository.ts';

/** Ties by id. */
export function oldestFirst(one: AccessToken, other: AccessToken): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? -1 : 1;
  return one.tokenId < other.tokenId ? -1 : 1;
}
