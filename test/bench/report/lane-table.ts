import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import type { LaneResult } from '../bench-types.ts';
import { figure, milliseconds, withRange } from './figure-text.ts';
import type { Table } from './table.ts';
import { ratioOf, spreadOf } from './statistics.ts';

/** All rounds of one lane, or why it was not run. */
export interface LaneRounds {
  name: string;
  rounds: LaneResult[];
  skipped?: string;
}

/** With what the others are compared, where they were run. */
const references = ['floor', 'naive', 'giliran'] as const;

const rateOf = ({ cases, seconds }: LaneResult): number => cases / seconds;
const cpuOf = ({ cases, cpuSeconds }: LaneResult): number => cpuSeconds / cases;

/** A row for each lane: medians over the rounds, with least and most, and each lane's ratio to those it is held against. */
export function laneTable(lanes: readonly LaneRounds[]): Table {
  const present = references.filter((name) => lanes.some((lane) => lane.name === name && lane.rounds.length > 0));
  const head = [
    'lane',
    'cases/s',
    ...present.map((name) => `× ${name}`),
    'case p50',
    'case p99',
    'CPU s/case',
    'noted',
  ];
  return { head, rows: lanes.map((lane) => rowOf(lane, lanes, present)) };
}

function rowOf({ name, rounds, skipped }: LaneRounds, lanes: readonly LaneRounds[], present: readonly string[]) {
  if (rounds.length === 0) return [name, 'not run', ...present.map(() => '–'), '–', '–', '–', skipped ?? ''];
  const rates = rounds.map(rateOf);
  const ratios = present.map((other) => {
    const reference = lanes.find((lane) => lane.name === other)?.rounds ?? [];
    return other === name ? '1' : withRange(ratioOf(rates, reference.map(rateOf)));
  });
  const times = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const cpu = withRange(spreadOf(rounds.map(cpuOf)));
  const latency = [0.5, 0.99].map((share) => milliseconds(percentile(times, share)));
  return [name, withRange(spreadOf(rates)), ...ratios, ...latency, cpu, notedIn(rounds)];
}

/** Numbers as the median of the rounds, words as the last round said them. */
function notedIn(rounds: readonly LaneResult[]): string {
  const names = new Set(rounds.flatMap(({ noted }) => Object.keys(noted ?? {})));
  const parts = [...names].map((name) => {
    const values = rounds.flatMap(({ noted }) => noted?.[name] ?? []);
    const numbers = values.filter((value) => typeof value === 'number');
    return `${name}: ${numbers.length > 0 ? figure(spreadOf(numbers).median) : values.at(-1)}`;
  });
  return parts.join('; ');
}
