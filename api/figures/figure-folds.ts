import { average, durationFigures, jainIndex, percentOf, rounded, type DurationFigures } from './figure-arithmetic.ts';
import type { FactTally } from './fact-tally.ts';
import { deadlineNames, type DeadlineName } from './figure-facts.ts';

export const overviewCounts = [
  ...(['casesReceived', 'reportsReceived', 'assigned', 'escalated', 'resolved', 'reopened'] as const),
  ...(['closed', 'withdrawn', 'merged', 'overdue'] as const),
] as const;

export type OverviewCounts = Record<(typeof overviewCounts)[number], number>;

/** What is counted of a day. */
export function countsOf(tally: FactTally): OverviewCounts {
  return Object.fromEntries(overviewCounts.map((name) => [name, tally.count(name)])) as OverviewCounts;
}

export interface OverviewFigures extends OverviewCounts {
  openNow: number;
  overdueNow: number;
  toAssigned: DurationFigures;
  toAcknowledged: DurationFigures;
  handling: DurationFigures;
  toResolved: DurationFigures;
  ratings: { count: number; average: number | null };
}

export function overviewOf(tally: FactTally): OverviewFigures {
  const scores = tally.values('rated');
  const score = average(scores);
  return {
    ...countsOf(tally),
    openNow: tally.count('openNow'),
    overdueNow: tally.count('overdueNow'),
    toAssigned: durationFigures(tally.values('toAssigned')),
    toAcknowledged: durationFigures(tally.values('toAcknowledged')),
    handling: durationFigures(tally.values('handling')),
    toResolved: durationFigures(tally.values('toResolved')),
    ratings: { count: scores.length, average: score === null ? null : rounded(score, 2) },
  };
}

export type DeadlineFigures = Record<DeadlineName, { met: number; missed: number; metPercent: number | null }>;

export function deadlinesOf(tally: FactTally): DeadlineFigures {
  const figures = deadlineNames.map((name) => {
    const [met, missed] = [tally.count(`${name}Met`), tally.count(`${name}Missed`)];
    return [name, { met, missed, metPercent: percentOf(met, met + missed) }];
  });
  return Object.fromEntries(figures) as DeadlineFigures;
}

export interface DuplicateFigures {
  attached: number;
  attachedAutomatically: number;
  attachedKnowingly: number;
  turnsNotTaken: number;
  merges: number;
  sessionsRequested: number;
  sessionsThatWaited: number;
}

export function duplicatesOf(tally: FactTally): DuplicateFigures {
  const [attached, attachedKnowingly] = [tally.count('reportAttached'), tally.count('attachedKnowingly')];
  return {
    attached,
    attachedAutomatically: attached - attachedKnowingly,
    attachedKnowingly,
    turnsNotTaken: attached - tally.count('reopenedByReport'),
    merges: tally.count('merged'),
    sessionsRequested: tally.count('sessionRequested'),
    sessionsThatWaited: tally.count('sessionWaited'),
  };
}

interface AgentFairness {
  agentId: string;
  onRoster: boolean;
  turns: number;
  difference: number;
  sharePercent: number | null;
}

export interface FairnessFigures {
  turns: number;
  people: number;
  idealTurns: number | null;
  spread: number;
  jainIndex: number | null;
  agents: AgentFairness[];
}

/**
 * How evenly a rotation has dealt its turns among all who are on its roster or were dealt one.
 *
 * @param dealt how many turns whom
 */
export function fairnessOf(dealt: ReadonlyMap<string, number>, roster: readonly string[]): FairnessFigures {
  const people = [...new Set([...roster, ...[...dealt.keys()].sort()])];
  const each = people.map((agentId) => dealt.get(agentId) ?? 0);
  const turns = each.reduce((sum, count) => sum + count, 0);
  const ideal = people.length === 0 ? null : turns / people.length;
  return {
    turns,
    people: people.length,
    idealTurns: ideal === null ? null : rounded(ideal, 2),
    spread: people.length === 0 ? 0 : Math.max(...each) - Math.min(...each),
    jainIndex: jainIndex(each),
    agents: people.map((agentId, index) => ({
      agentId,
      onRoster: roster.includes(agentId),
      turns: each[index] ?? 0,
      difference: rounded((each[index] ?? 0) - (ideal ?? 0), 2),
      sharePercent: percentOf(each[index] ?? 0, turns),
    })),
  };
}
