import { unsolved } from '../../../store/cases/case-days.ts';
import { isOver } from '../../../workflows/complaint/complaint-state.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import { day, hour } from '../world/simulated-network.ts';
import { LoadBook } from './load-book.ts';
import { loadKinds, type LoadKind } from './many-desks-types.ts';
import { simulateOneDesk } from './simulate-one-desk.ts';

/** What one desk does once its first cases have run their course, means of its last working week. */
export interface SteadyState {
  desks: number;
  days: number;
  /** A working day's. */
  perDay: Record<LoadKind, number>;
  /** Cases that wait for their solution, at the end of a working day. */
  unsolved: number;
  /** All workflows of cases that run then: the others are solved, and wait whether somebody is not content. */
  running: number;
  violations: number;
}

/** Cases run for their work and a week in which they can be reopened: the first weeks of a new desk are not usual. */
const weeksBefore = 3;

const waiting: ReadonlySet<string> = new Set(unsolved);

/** Some desks for four weeks. `from` should be a Monday, with no holiday among the last five working days. */
export function sampleSteadyState({ desks, from, seed }: { desks: number; from: string; seed: number }): SteadyState {
  const days = 7 * (weeksBefore + 1);
  const book = new LoadBook({ days, desks });
  const looks: { unsolved: number; running: number }[] = [];
  const workingDays = new Set<number>();
  for (let deskNo = 0; deskNo < desks; deskNo += 1) {
    let dayNo = 0;
    const dayEnded = (desk: SimulatedDesk, midnight: number): void => {
      if (dayNo >= 7 * weeksBefore && desk.clock.isWorkingDay(midnight + 12 * hour)) {
        workingDays.add(dayNo);
        looks.push(lookAt(desk));
      }
      dayNo += 1;
    };
    simulateOneDesk({ days, deskNo, from, seed, dayEnded }, book);
  }
  const series = book.result.series.at(-1);
  const perDay = loadKinds.map((kind) => {
    const ofDays = [...workingDays].map((no) => sum(series?.[kind].subarray(no * seconds, (no + 1) * seconds) ?? []));
    return [kind, sum(ofDays) / ofDays.length / desks] as const;
  });
  return {
    ...{ desks, days, violations: book.result.violations },
    perDay: Object.fromEntries(perDay) as Record<LoadKind, number>,
    unsolved: sum(looks.map((look) => look.unsolved)) / looks.length,
    running: sum(looks.map((look) => look.running)) / looks.length,
  };
}

const seconds = day / 1000;

function lookAt(desk: SimulatedDesk): { unsolved: number; running: number } {
  const states = [...desk.cases.values()].map(({ state }) => state).filter((state) => !isOver(state));
  return { unsolved: states.filter(({ status }) => waiting.has(status)).length, running: states.length };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
