/** Lengths of time in seconds; null when there was none. */
export interface DurationFigures {
  count: number;
  averageSeconds: number | null;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

/** Of lengths of time in milliseconds. Median and p90 are the nearest rank: a length that has really been there. */
export function durationFigures(lengths: readonly number[]): DurationFigures {
  const sorted = Float64Array.from(lengths).sort();
  const seconds = (ms: number | null) => (ms === null ? null : rounded(ms / 1000, 1));
  return {
    count: sorted.length,
    averageSeconds: seconds(average(lengths)),
    medianSeconds: seconds(nearestRank(sorted, 0.5)),
    p90Seconds: seconds(nearestRank(sorted, 0.9)),
  };
}

export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function nearestRank(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** What share `part` is of `whole`, in percent with one decimal; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded((100 * part) / whole, 1);
}

export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** Jain's index of how evenly something is dealt: 1 for all alike, 1/n when one has it all; null of nothing. */
export function jainIndex(shares: readonly number[]): number | null {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? null : rounded((sum * sum) / (shares.length * squares), 4);
}
