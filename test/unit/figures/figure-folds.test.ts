import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationFigures, jainIndex, percentOf } from '../../../api/figures/figure-arithmetic.ts';
import { FactTally, GroupedTally, groupings } from '../../../api/figures/fact-tally.ts';
import { isMeant, type Fact, type FactKind } from '../../../api/figures/figure-facts.ts';
import { deadlinesOf, duplicatesOf, fairnessOf, overviewOf } from '../../../api/figures/figure-folds.ts';

const kinds: FactKind[] = [
  ...(['casesReceived', 'reportsReceived', 'reportAttached', 'attachedKnowingly', 'assigned', 'escalated'] as const),
  ...(['resolved', 'reopened', 'reopenedByReport', 'closed', 'withdrawn', 'merged', 'overdue', 'rated'] as const),
  ...(['openNow', 'overdueNow', 'sessionRequested', 'sessionWaited', 'toAssigned', 'toAcknowledged'] as const),
  ...(['handling', 'toResolved', 'acknowledgeMet', 'acknowledgeMissed', 'resolveTier1Met'] as const),
  ...(['resolveTier1Missed', 'resolveTier2Met', 'resolveTier2Missed'] as const),
];

const places = {
  c1: { officeId: '123', systemId: 'sipd' },
  c2: { officeId: '123', systemId: 'espt' },
  c3: { officeId: '124', systemId: 'sipd' },
};

const fact = fc
  .record({
    kind: fc.constantFrom(...kinds),
    tier: fc.constantFrom('tier-1' as const, 'tier-2' as const),
    agentId: fc.constantFrom('a', 'b', null),
    value: fc.integer({ min: 1, max: 5 }),
    about: fc.constantFrom('xyz', 'abc'),
    caseId: fc.constantFrom('c1' as const, 'c2' as const, 'c3' as const),
    at: fc.integer({ min: 0, max: 9 }),
  })
  .map((each) => ({ ...each, ...places[each.caseId] }));

/** The numbers that add up: everything but shares, averages and ranks. */
function numbersOf(tally: FactTally): Record<string, number> {
  const { toAssigned, toAcknowledged, handling, toResolved, ratings, ...counts } = overviewOf(tally);
  const { acknowledge, resolveTier1, resolveTier2 } = deadlinesOf(tally);
  return {
    ...counts,
    ...duplicatesOf(tally),
    ...Object.fromEntries(
      [toAssigned, toAcknowledged, handling, toResolved].map(({ count }, index) => [`d${index}`, count]),
    ),
    ratings: ratings.count,
    ...Object.fromEntries(
      [acknowledge, resolveTier1, resolveTier2].flatMap(({ met, missed }, index) => [
        [`met${index}`, met],
        [`missed${index}`, missed],
      ]),
    ),
  };
}

function summed(tallies: Iterable<FactTally>): Record<string, number> {
  const sums = numbersOf(new FactTally());
  for (const tally of tallies) {
    for (const [name, value] of Object.entries(numbersOf(tally))) sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}

function tallied(facts: Fact[], grouping: (typeof groupings)[number]): GroupedTally {
  const tally = new GroupedTally(grouping, (at) => `day-${at}`);
  for (const each of facts) tally.add(each);
  return tally.finish();
}

describe('what is counted', () => {
  it('adds up: groups and days to the total, and a filter for each group to what the group has', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 80 }), fc.constantFrom(...groupings), (facts, grouping) => {
        const tally = tallied(facts, grouping);
        const total = numbersOf(tally.total);
        expect(summed(tally.groups.values())).toEqual(total);
        const { openNow, overdueNow, ...ofPeriod } = total;
        expect(summed(tally.days.values())).toEqual({ ...ofPeriod, openNow: 0, overdueNow: 0 });
        expect(openNow).toBe(facts.filter(({ kind }) => kind === 'openNow').length);
        expect(overdueNow).toBe(facts.filter(({ kind }) => kind === 'overdueNow').length);
        for (const [id, group] of tally.groups) {
          if (id === null || grouping === 'agent') continue;
          const only = facts.filter((each) => isMeant(each, { [`${grouping}Id`]: id }));
          expect(numbersOf(tallied(only, grouping).total)).toEqual(numbersOf(group));
        }
      }),
    );
  });

  it('has no figure that is not a number', () => {
    expect(overviewOf(new FactTally())).toMatchObject({
      casesReceived: 0,
      handling: { count: 0, averageSeconds: null, medianSeconds: null, p90Seconds: null },
      ratings: { count: 0, average: null },
    });
    expect(deadlinesOf(new FactTally()).acknowledge).toEqual({ met: 0, missed: 0, metPercent: null });
  });

  it('has the last rating of each person for each case', () => {
    const rating = { kind: 'rated', tier: 'tier-1', agentId: 'a', officeId: '1', systemId: 's', at: 0 } as const;
    const rated = [
      { ...rating, caseId: 'c1', about: 'xyz', value: 1 },
      { ...rating, caseId: 'c1', about: 'xyz', value: 5 },
      { ...rating, caseId: 'c1', about: 'abc', value: 2 },
      { ...rating, caseId: 'c2', about: 'xyz', value: 3 },
    ];
    expect(overviewOf(tallied(rated, 'office').total).ratings).toEqual({ count: 3, average: 3.33 });
  });
});

describe('arithmetic', () => {
  it('takes median and p90 by nearest rank, in seconds', () => {
    const lengths = [10, 2, 4, 1, 3, 5, 6, 7, 8, 9].map((seconds) => seconds * 1000);
    expect(durationFigures(lengths)).toEqual({ count: 10, averageSeconds: 5.5, medianSeconds: 5, p90Seconds: 9 });
    expect(durationFigures([1500])).toEqual({ count: 1, averageSeconds: 1.5, medianSeconds: 1.5, p90Seconds: 1.5 });
  });

  it('keeps average, median and p90 between the least and the most, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 50 }), (seconds) => {
        const figures = durationFigures(seconds.map((each) => each * 1000));
        expect(figures).toEqual(durationFigures([...seconds].reverse().map((each) => each * 1000)));
        const { averageSeconds = 0, medianSeconds, p90Seconds } = figures;
        for (const figure of [averageSeconds, medianSeconds, p90Seconds]) {
          expect(figure).toBeGreaterThanOrEqual(Math.min(...seconds));
          expect(figure).toBeLessThanOrEqual(Math.max(...seconds));
        }
        expect(seconds).toContain(medianSeconds);
        expect(p90Seconds).toBeGreaterThanOrEqual(medianSeconds ?? Infinity);
      }),
    );
  });

  it('rounds a share to one decimal and has none of nothing', () => {
    expect([percentOf(1, 3), percentOf(0, 5), percentOf(0, 0)]).toEqual([33.3, 0, null]);
  });
});

describe('fairness', () => {
  it('measures what everyone was dealt against an equal share, leavers and idle people included', () => {
    const dealt = new Map(Object.entries({ a: 3, b: 1, gone: 2 }));
    expect(fairnessOf(dealt, ['a', 'b', 'idle'])).toEqual({
      turns: 6,
      people: 4,
      idealTurns: 1.5,
      spread: 3,
      jainIndex: 0.6429,
      agents: [
        { agentId: 'a', onRoster: true, turns: 3, difference: 1.5, sharePercent: 50 },
        { agentId: 'b', onRoster: true, turns: 1, difference: -0.5, sharePercent: 16.7 },
        { agentId: 'idle', onRoster: true, turns: 0, difference: -1.5, sharePercent: 0 },
        { agentId: 'gone', onRoster: false, turns: 2, difference: 0.5, sharePercent: 33.3 },
      ],
    });
    expect(fairnessOf(new Map(), [])).toMatchObject({
      turns: 0,
      people: 0,
      idealTurns: null,
      spread: 0,
      jainIndex: null,
    });
  });

  it('adds up, and is perfect just when all have the same', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shares, (turns) => {
        const roster = turns.map((_, index) => `agent-${index}`);
        const figures = fairnessOf(new Map(turns.map((count, index) => [`agent-${index}`, count])), roster);
        expect(figures.agents.reduce((sum, agent) => sum + agent.turns, 0)).toBe(figures.turns);
        expect(figures.agents.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(0, 0);
        const index = jainIndex(turns);
        expect(index === null).toBe(figures.turns === 0);
        if (index === null) return;
        expect(index).toBeGreaterThanOrEqual(Math.floor(10_000 / turns.length) / 10_000);
        expect(index).toBeLessThanOrEqual(1);
        if (figures.spread === 0) expect(index).toBe(1);
        else expect(index).toBeLessThan(1);
      }),
    );
  });
});
