import { groupSizes, loadKinds, type LoadKind, type PartResult, type RotationPeak } from './many-desks-types.ts';

interface PeakLoad {
  /** Of the busiest minute, each second's mean. */
  minute: number;
  /** Of the busiest second. */
  second: number;
  /** Which one that is, counted from the beginning. */
  secondAt: number;
  /** In all. */
  total: number;
}

export type GroupLoad = { desks: number } & Record<LoadKind, PeakLoad>;

export interface ShardSpread {
  shards: number;
  mean: number;
  least: number;
  most: number;
  /** The busiest shard's messages over the mean. */
  messagesMostOverMean: number;
}

/** The peaks of each size. */
export function groupLoads({ series }: PartResult, desks: number): GroupLoad[] {
  return groupSizes(desks).map((size, group) => {
    const peaks = loadKinds.map((kind) => [kind, peakOf(series[group]?.[kind] ?? new Uint32Array())] as const);
    return { desks: size, ...(Object.fromEntries(peaks) as Record<LoadKind, PeakLoad>) };
  });
}

/** Means a second of each hour of the last day, of all desks. */
export function hoursOf({ series }: PartResult): { hour: number; load: Record<LoadKind, number> }[] {
  const all = series.at(-1);
  return Array.from({ length: 24 }, (_, hour) => {
    const means = loadKinds.map((kind) => {
      const counts = all?.[kind] ?? new Uint32Array();
      const from = counts.length - 86_400 + hour * 3_600;
      return [kind, sumOf(counts.subarray(from, from + 3_600)) / 3_600] as const;
    });
    return { hour, load: Object.fromEntries(means) as Record<LoadKind, number> };
  });
}

/** How evenly workflows lie on so many history shards; a divisor of the shards that were counted. */
export function shardSpread({ shardCases, shardMessages }: PartResult, shards: number): ShardSpread {
  const [cases, messages] = [folded(shardCases, shards), folded(shardMessages, shards)];
  const mean = sumOf(cases) / shards;
  const messagesMean = sumOf(messages) / shards;
  return {
    ...{ shards, mean, least: Math.min(...cases), most: Math.max(...cases) },
    messagesMostOverMean: messagesMean === 0 ? 0 : Math.max(...messages) / messagesMean,
  };
}

/** The value below which so much of all lie. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** How busy rotations are at their busiest, against the messages a second that Temporal advises for one workflow. */
export function rotationLoad(rotations: readonly RotationPeak[], advised: number) {
  const seconds = rotations.map(({ second }) => second);
  return {
    rotations: rotations.length,
    medianSecond: quantile(seconds, 0.5),
    mostInSecond: quantile(seconds, 1),
    mostInMinute: quantile(
      rotations.map(({ minute }) => minute),
      1,
    ),
    everAboveAdvised: seconds.filter((second) => second > advised).length,
  };
}

function peakOf(counts: Uint32Array): PeakLoad {
  let [second, secondAt, minute] = [0, 0, 0];
  for (let at = 0; at < counts.length; at += 60) minute = Math.max(minute, sumOf(counts.subarray(at, at + 60)) / 60);
  for (const [at, count] of counts.entries()) if (count > second) [second, secondAt] = [count, at];
  return { second, secondAt, minute, total: sumOf(counts) };
}

function folded(counts: Uint32Array, shards: number): number[] {
  const sums = new Array<number>(shards).fill(0);
  for (const [index, count] of counts.entries()) sums[index % shards] = (sums[index % shards] ?? 0) + count;
  return sums;
}

function sumOf(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
