import type { Engines } from '../../../dev/engines/engines.ts';
import type { Say } from '../../../dev/engines/engine-folders.ts';
import { startBenchStack, type EngineKind } from '../stack/bench-stack.ts';
import { measures } from './measure-list.ts';
import type { MeasureResult } from './measure-types.ts';

export interface Measured {
  name: string;
  title: string;
  seconds: number;
  /** Null when the figure is void, with why in `failure`. */
  result: MeasureResult | null;
  failure?: string;
}

/** Takes these measures one after the other, each on a system of its own, so that none begins with another's leftovers. */
export async function runMeasures(
  engines: Engines,
  { engine, measures: names }: { engine: EngineKind; measures: readonly string[] },
  say: Say,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const measure of measures.filter(({ name }) => names.includes(name))) {
    const { name, title } = measure;
    say(`${name}: ${title}`);
    const began = Date.now();
    const bench = await startBenchStack(engines, engine, say);
    try {
      const result = await measure.run(bench, say);
      measured.push({ name, title, seconds: secondsSince(began), result });
    } catch (error) {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(`  void: ${failure}`);
      for (const line of bench.stack.lines.slice(-5)) say(`  ${line}`);
      measured.push({ name, title, seconds: secondsSince(began), result: null, failure });
    } finally {
      await bench.end();
    }
  }
  return measured;
}

function secondsSince(began: number): number {
  return Math.round((Date.now() - began) / 1_000);
}
