/** Milliseconds of one slot. */
export const slotMs = 10_000;

/**
 * Ten seconds of time as a word, for instance `2026-11-24T09:15:3`. What was written lately is found by equality with
 * the last few: the fallback store serves no range from an index.
 *
 * @param at epoch milliseconds
 */
export function slotOf(at: number): string {
  return new Date(at).toISOString().slice(0, 18);
}
