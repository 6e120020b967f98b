/** One way of doing the same job, measured beside the others. */
export interface Lane {
  name: string;
  /** Does `cases` complaints from start to resolution, `parallel` at a time; its order oracle throws if the round is void. */
  run(round: LaneRound): Promise<LaneResult>;
  /** Ends what the lane has started. */
  end(): Promise<void>;
}
export interface LaneRound {
  round: number;
  cases: number;
  parallel: number;
}
export interface LaneResult {
  cases: number;
  seconds: number;
  /** CPU seconds of all the lane's processes: engines, store, worker, client */
  cpuSeconds: number;
  /** milliseconds of each case, from its start to its resolution */
  latenciesMs: number[];
  /** What else the lane measured, by name (counts, memory). */
  noted?: Record<string, number | string>;
}
/** A lane, or why it cannot run here. */
export type LaneStart = { lane: Lane } | { skipped: string };
