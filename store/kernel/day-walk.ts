const dayMs = 86_400_000;

/** The 31 UTC days up to `newest` (ISO 8601 UTC), newest first, YYYY-MM-DD: each an equality that leaves few. */
export function* daysBefore(newest: string): Generator<string> {
  const last = Date.parse(`${newest.slice(0, 10)}T00:00:00Z`);
  for (let back = 0; back < 31; back += 1) yield new Date(last - back * dayMs).toISOString().slice(0, 10);
}
