export interface Lane {
  name: string;
  run(round: LaneRound): Promise<LaneResult>;
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
  cpuSeconds: number;
  latenciesMs: number[];
  noted?: Record<string, number | string>;
}

export type LaneStart = { lane: Lane } | { skipped: string };
