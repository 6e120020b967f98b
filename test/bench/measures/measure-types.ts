import type { Say } from '../../../dev/engines/engine-folders.ts';
import type { Table } from '../report/table.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

/** One figure or a few that belong together, measured on a system of their own. */
export interface Measure {
  /** Also the name of its place in docs/performance.md. */
  name: string;
  title: string;
  /** @throws Error when the figure is void: something was lost, doubled or out of turn */
  run: (bench: BenchStack, say: Say) => Promise<MeasureResult>;
}

export interface MeasureResult {
  table: Table;
  /** What was seen besides, a sentence each. */
  notes: string[];
}
