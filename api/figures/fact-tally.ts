import type { Fact, FactKind } from './figure-facts.ts';

/** What is more than a number of times. */
const valued = new Set<FactKind>(['toAssigned', 'toAcknowledged', 'handling', 'toResolved', 'rated']);

/** How often what has happened, and each value of what has one. */
export class FactTally {
  readonly #counts = new Map<FactKind, number>();
  readonly #values = new Map<FactKind, number[]>();

  add({ kind, value }: Pick<Fact, 'kind' | 'value'>): void {
    this.#counts.set(kind, this.count(kind) + 1);
    if (!valued.has(kind)) return;
    const values = this.#values.get(kind);
    if (values === undefined) this.#values.set(kind, [value]);
    else values.push(value);
  }

  count(kind: FactKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  values(kind: FactKind): readonly number[] {
    return this.#values.get(kind) ?? [];
  }
}

export const groupings = ['office', 'system', 'agent'] as const;

export type Grouping = (typeof groupings)[number];

const groupKeys = { office: 'officeId', system: 'systemId', agent: 'agentId' } as const;

/** Facts of a moment, not of a day: they are in no series. */
const ofNow = new Set<FactKind>(['openNow', 'overdueNow']);

/**
 * All facts, once in the total and once in exactly one group, so that groups add up to the total; with a day, also once in
 * the series. A rating counts once for each person and case: the last one in the period.
 */
export class GroupedTally {
  readonly total = new FactTally();
  readonly groups = new Map<string | null, FactTally>();
  readonly days = new Map<string, FactTally>();
  readonly #ratings = new Map<string, Fact>();
  readonly #grouping: Grouping;
  readonly #dayOf: (at: number) => string;

  constructor(grouping: Grouping, dayOf: (at: number) => string) {
    this.#grouping = grouping;
    this.#dayOf = dayOf;
  }

  add(fact: Fact): void {
    if (fact.kind === 'rated') this.#ratings.set(`${fact.caseId}/${fact.about}`, fact);
    else this.#put(fact);
  }

  /** To be called once, when all facts are in. */
  finish(): this {
    for (const rating of this.#ratings.values()) this.#put(rating);
    this.#ratings.clear();
    return this;
  }

  #put(fact: Fact): void {
    this.total.add(fact);
    tallyOf(this.groups, fact[groupKeys[this.#grouping]]).add(fact);
    if (!ofNow.has(fact.kind)) tallyOf(this.days, this.#dayOf(fact.at)).add(fact);
  }
}

function tallyOf<Key>(tallies: Map<Key, FactTally>, key: Key): FactTally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = new FactTally();
  tallies.set(key, tally);
  return tally;
}
