export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Of an even number the mean of the two in the middle. @throws RangeError of none */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * How many times the one is the other: the ratio of the medians, and least and most of the ratios round by round, which
 * were run one soon after the other.
 */
export function ratioOf(ones: readonly number[], others: readonly number[]): Spread {
  const byRound = ones.flatMap((one, round) => {
    const other = others[round];
    return other === undefined ? [] : [one / other];
  });
  return { ...spreadOf(byRound), median: median(ones) / median(others) };
}
