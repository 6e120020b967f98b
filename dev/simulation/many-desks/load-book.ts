import type { Tier } from '../../../workflows/kernel/tier.ts';
import { second } from '../world/simulated-network.ts';
import { exampleNamespaceId, historyShardOf } from './history-shard.ts';
import {
  finestShards,
  groupSizes,
  loadKinds,
  type DeskPart,
  type LoadKind,
  type PartResult,
  type RotationPeak,
} from './many-desks-types.ts';

const secondsOfDay = 86_400;

/** Counts what many desks do, second by second and shard by shard. */
export class LoadBook {
  readonly result: PartResult;
  readonly #sizes: number[];
  readonly #seconds: number;

  constructor({ days, desks }: Pick<DeskPart, 'days' | 'desks'>) {
    this.#sizes = groupSizes(desks);
    this.#seconds = days * secondsOfDay;
    this.result = {
      series: this.#sizes.map(() => emptySeries(this.#seconds)),
      ...{ rotations: [], turns: 0, running: 0, violations: 0, kept: [] },
      shardCases: new Uint32Array(finestShards),
      shardMessages: new Uint32Array(finestShards),
    };
  }

  /** @param at the second since the beginning; what comes after the last day is not counted */
  count(kind: LoadKind, deskNo: number, at: number): void {
    if (at >= this.#seconds) return;
    for (const [group, size] of this.#sizes.entries()) {
      const series = this.result.series[group]?.[kind];
      if (series && deskNo < size) series[at] = (series[at] ?? 0) + 1;
    }
  }
}

/** The counting of one desk. */
export class DeskLoad {
  readonly #book: LoadBook;
  readonly #deskNo: number;
  readonly #now: () => number;
  /** By id: the hash is not worth computing for each message. */
  readonly #shards = new Map<string, number>();
  readonly #rotations: Record<Tier, Map<number, number>> = { 'tier-1': new Map(), 'tier-2': new Map() };

  /** @param now milliseconds since the beginning */
  constructor(book: LoadBook, deskNo: number, now: () => number) {
    this.#book = book;
    this.#deskNo = deskNo;
    this.#now = now;
  }

  count(kind: LoadKind): void {
    this.#book.count(kind, this.#deskNo, this.#second);
  }

  opened(workflowId: string): void {
    this.count('cases');
    add(this.#book.result.shardCases, this.#shardOf(workflowId));
  }

  caseHeard(workflowId: string): void {
    this.count('caseMessages');
    add(this.#book.result.shardMessages, this.#shardOf(workflowId));
  }

  rotationHeard(tier: Tier, workflowId: string): void {
    this.count('rotationMessages');
    add(this.#book.result.shardMessages, this.#shardOf(workflowId));
    const seconds = this.#rotations[tier];
    seconds.set(this.#second, (seconds.get(this.#second) ?? 0) + 1);
  }

  /** Called once, when the desk's days are over. */
  close(): void {
    for (const seconds of Object.values(this.#rotations)) this.#book.result.rotations.push(peakOf(seconds));
  }

  get #second(): number {
    return Math.floor(this.#now() / second);
  }

  #shardOf(workflowId: string): number {
    const known = this.#shards.get(workflowId);
    if (known !== undefined) return known;
    const shard = historyShardOf(exampleNamespaceId, workflowId, finestShards);
    this.#shards.set(workflowId, shard);
    return shard;
  }
}

function emptySeries(seconds: number): Record<LoadKind, Uint32Array> {
  const entries = loadKinds.map((kind) => [kind, new Uint32Array(seconds)] as const);
  return Object.fromEntries(entries) as Record<LoadKind, Uint32Array>;
}

function peakOf(seconds: Map<number, number>): RotationPeak {
  const minutes = new Map<number, number>();
  for (const [at, count] of seconds) {
    const minute = Math.floor(at / 60);
    minutes.set(minute, (minutes.get(minute) ?? 0) + count);
  }
  return { second: Math.max(0, ...seconds.values()), minute: Math.max(0, ...minutes.values()) / 60 };
}

function add(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
