export interface WaitFigures {
  count: number;
  /** Working hours. */
  median: number;
  p90: number;
  max: number;
}

/** Of durations in working milliseconds. */
export function waitFigures(durations: number[]): WaitFigures {
  const sorted = [...durations].sort((one, other) => one - other);
  const at = (share: number): number =>
    inHours(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, median: at(0.5), p90: at(0.9), max: inHours(sorted.at(-1) ?? 0) };
}

function inHours(milliseconds: number): number {
  return Math.round(milliseconds / 36_000) / 100;
}
