import type { ViolationLog } from '../checks/violation-log.ts';

/** What is counted of a simulated day, each at the second at which it happens. */
export const loadKinds = ['reports', 'cases', 'caseMessages', 'rotationMessages', 'publications'] as const;

export type LoadKind = (typeof loadKinds)[number];

/** Shards that ids are spread over; any count that divides it can be folded out of it. */
export const finestShards = 1024;

export interface ManyDesksOptions {
  desks: number;
  seed: number;
  /** The first day, YYYY-MM-DD in Jakarta. */
  from: string;
  days: number;
}

/** Some of the desks, so that several processes share them. */
export interface DeskPart extends ManyDesksOptions {
  firstDesk: number;
  endDesk: number;
}

/** The busiest times of one rotation, messages a second. */
export interface RotationPeak {
  second: number;
  /** The mean of its busiest minute. */
  minute: number;
}

/** What one part of the desks has done. Sums, so that parts can be added in any order. */
export interface PartResult {
  /** For each size of `groupSizes`, what the first so many desks did in each second. */
  series: Record<LoadKind, Uint32Array>[];
  rotations: RotationPeak[];
  /** By shard of `finestShards`. */
  shardCases: Uint32Array;
  shardMessages: Uint32Array;
  turns: number;
  /** Cases that still ran at the end. */
  running: number;
  violations: number;
  kept: (ViolationLog['kept'][number] & { deskNo: number })[];
}

/** The sizes that are looked at: powers of ten, and all of them. */
export function groupSizes(desks: number): number[] {
  return [1, 10, 100, 1000, desks].filter((size, index, sizes) => size <= desks && sizes.indexOf(size) === index);
}
