/** How far back a walk goes, in months. */
const monthsBack = 13;

/**
 * The months, newest first, in which what is wanted may lie: each is an equality that leaves few, on every store.
 *
 * @param newest ISO 8601 UTC
 */
export function* monthsBefore(newest: string): Generator<string> {
  let [year, month] = newest.slice(0, 7).split('-').map(Number) as [number, number];
  for (let left = monthsBack; left > 0; left -= 1) {
    yield `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
}
