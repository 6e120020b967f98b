import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  firstBottleneck,
  resourceUses,
  type CapacityQuestion,
} from '../../../dev/simulation/many-desks/capacity-model.ts';
import { historyShardOf } from '../../../dev/simulation/many-desks/history-shard.ts';
import { LoadBook } from '../../../dev/simulation/many-desks/load-book.ts';
import { groupLoads, hoursOf, rotationLoad, shardSpread } from '../../../dev/simulation/many-desks/load-figures.ts';
import { loadKinds, type PartResult } from '../../../dev/simulation/many-desks/many-desks-types.ts';
import { inputValues } from '../../../dev/simulation/many-desks/measured-inputs.ts';
import { withTables } from '../../../dev/simulation/many-desks/scaling-page.ts';
import { inputTable } from '../../../dev/simulation/many-desks/scaling-tables.ts';
import { simulateOneDesk } from '../../../dev/simulation/many-desks/simulate-one-desk.ts';
import { addParts, simulatePart } from '../../../dev/simulation/many-desks/simulate-part.ts';
import { realMachines, type StateMachines } from '../../../dev/simulation/world/state-machines.ts';

const monday = { days: 1, from: '2026-02-02', seed: 5 };

describe('many simulated desks', () => {
  const desks = 11;
  let all: PartResult;

  it('keep strict turns and lose nothing', () => {
    all = simulatePart({ ...monday, desks, firstDesk: 0, endDesk: desks });
    expect(all.kept).toEqual([]);
    expect(all.violations).toBe(0);
    // Enough has happened for that to mean something.
    expect(all.turns).toBeGreaterThan(desks * 60);
    expect(all.rotations).toHaveLength(2 * desks);
  }, 120_000);

  it('are the same however they are shared among threads', () => {
    const parts = [
      [0, 4],
      [4, 11],
    ].map(([firstDesk = 0, endDesk = 0]) => simulatePart({ ...monday, desks, firstDesk, endDesk }));
    const { series, ...sum } = addParts(parts as [PartResult, PartResult]);
    const { series: ofAll, ...rest } = all;
    expect(sum).toEqual(rest);
    for (const [group, counts] of ofAll.entries()) {
      // Element by element an assertion would look at a million of them.
      for (const kind of loadKinds)
        expect(Buffer.compare(bytesOf(series[group]?.[kind]), bytesOf(counts[kind]))).toBe(0);
    }
  }, 120_000);

  it('count the load of the first of them, and of all', () => {
    const loads = groupLoads(all, desks);
    expect(loads.map((load) => load.desks)).toEqual([1, 10, 11]);
    for (const kind of loadKinds) {
      const [one, ten, eleven] = loads.map((load) => load[kind].total);
      expect(one).toBeGreaterThan(0);
      expect(ten).toBeGreaterThan(5 * (one ?? 0));
      expect(eleven).toBeGreaterThan(ten ?? 0);
      const ofHours = hoursOf(all).reduce((sum, { load }) => sum + load[kind] * 3_600, 0);
      expect(ofHours).toBeCloseTo(eleven ?? 0, 3);
    }
    const spread = shardSpread(all, 512);
    expect(spread.mean * 512).toBeCloseTo(loads[2]?.cases.total ?? 0, 6);
    expect(spread.most).toBeGreaterThan(spread.mean);
  });
});

const bytesOf = (counts: Uint32Array = new Uint32Array()): Buffer => Buffer.from(counts.buffer);

const mistakes: [string, string, Partial<StateMachines>][] = [
  [
    'a turn for whoever was served last',
    'I3 each turn goes to whom the rule names',
    {
      rotate: (state, event, now) => {
        const nextIndex = (state.nextIndex + state.roster.length - 1) % state.roster.length;
        return realMachines.rotate(event.type === 'turnRequested' ? { ...state, nextIndex } : state, event, now);
      },
    },
  ],
  [
    'a report that is dropped by its case',
    'I1 each report is in exactly one case',
    {
      transition: (state, event, now) =>
        event.type === 'reportAttached'
          ? { outcome: 'unchanged', state, entries: [], effects: [] }
          : realMachines.transition(state, event, now),
    },
  ],
  [
    'a fingerprint of the words as they are written',
    'I2 identical reports of an office are never in two open cases at once',
    { fingerprintOf: (facts) => JSON.stringify(facts) },
  ],
];

it.each(mistakes)(
  'one desk of many: %s is caught',
  (_, rule, machines) => {
    const book = new LoadBook({ days: 1, desks: 1 });
    simulateOneDesk({ ...monday, deskNo: 0, machines }, book);
    expect(book.result.kept.map((violation) => violation.rule)).toContain(rule);
  },
  60_000,
);

it('a workflow lies on the history shard on which the server puts it', () => {
  const namespace = '5c6a1f0e-3d52-4f0b-9c1f-0d5f3b1c7a44';
  // From github.com/dgryski/go-farm, which the server hashes with; its shards count from 1.
  expect(historyShardOf(namespace, 'rotation:layanan:tier-1', 512)).toBe(287);
  expect(historyShardOf(namespace, 'complaint:123:0f3c2a', 1024)).toBe(676);
});

describe('the arithmetic', () => {
  const perDay = { reports: 100, cases: 100, caseMessages: 100, rotationMessages: 100, publications: 200 };
  const peakOf = (desks: number) => ({ second: 9, secondAt: 0, minute: 2, total: 100 * desks });
  const question = (desks: number, peak = peakOf(desks)): CapacityQuestion => ({
    inputs: {
      ...inputValues(),
      cpuPerCase: 0.5,
      cpuPerAttached: 0,
      transitionsPerCase: 20,
      rotationTransitionsPerCase: 5,
    },
    steady: { desks: 1, days: 28, perDay, unsolved: 50, running: 400, violations: 0 },
    load: {
      desks,
      ...{ reports: peak, cases: peak, caseMessages: peak, rotationMessages: peak, publications: peak },
    },
    busiestRotation: 3,
    shardSkew: 2,
  });
  const useOf = (resource: string, desks = 1) => resourceUses(question(desks)).find((use) => use.resource === resource);

  it('holds the busiest minute against what one unit carries', () => {
    expect(useOf('a machine of two cores')).toMatchObject({ demand: 1, capacity: 2, share: 0.5, units: 1 });
    expect(useOf('a single history shard, as npm start has it')).toMatchObject({ demand: 2 * 25, share: 0.5 });
    expect(useOf('the busiest of 512 history shards')?.demand).toBeCloseTo((2 * 25 * 2) / 512);
    expect(useOf('a worker: places in its cache', 100)).toMatchObject({ demand: 5_000, share: 5, units: 5 });
    expect(useOf('an API process: streams', 100)).toMatchObject({ demand: 2_400, units: 2 });
  });

  it('raises a peak of a Monday on which the desks began with nothing', () => {
    // Twice as many publications on a usual day: 2 a second become 4, of 3 writes and 1.5 notifications, and 2 reports.
    expect(useOf('the store’s primary')?.demand).toBeCloseTo(4 * 3 + 4 * 1.5 + 2);
  });

  it('names what is used up first, and what no further process cures', () => {
    expect(firstBottleneck(resourceUses(question(100)))?.resource).toBe('a worker: places in its cache');
    expect(firstBottleneck(resourceUses(question(100)), { isAddable: false })?.isAddable).toBe(false);
    expect(firstBottleneck([])).toBeUndefined();
  });

  it('says of rotations how often they hear more than is advised', () => {
    const rotations = [1, 3, 7].map((second) => ({ second, minute: second / 10 }));
    expect(rotationLoad(rotations, 5)).toMatchObject({ everAboveAdvised: 1, medianSecond: 3, mostInSecond: 7 });
  });
});

describe('docs/scaling.md', () => {
  const page = readFileSync('docs/scaling.md', 'utf8');
  const plain = (markdown: string): string => markdown.replace(/\| -+/g, '|').replace(/[ -]+/g, ' ');

  it('has the inputs that the arithmetic takes: npm run simulate -- --desks 1000 --write', () => {
    for (const row of inputTable().split('\n').slice(2)) expect(plain(page)).toContain(plain(row));
  });

  it('keeps the words around the tables', () => {
    const marks = ['<!-- made by npm run simulate, of many desks -->', '<!-- end of what it makes -->'];
    expect(withTables(`before ${marks[0]} old ${marks[1]} after`, 'new')).toBe(
      `before ${marks[0]}\n\nnew\n\n${marks[1]} after`,
    );
    expect(() => withTables('a page without marks', 'new')).toThrow('marks');
  });
});
