import type { User } from './user-repository.ts';

/** By place in the first roster, those without one last, then by id. */
export function rosterOrder(one: User, other: User): number {
  const places = (one.rosterPosition ?? Infinity) - (other.rosterPosition ?? Infinity);
  if (places !== 0 && !Number.isNaN(places)) return places;
  return one.userId < other.userId ? -1 : 1;
}
