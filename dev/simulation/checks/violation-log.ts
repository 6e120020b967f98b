import { dayOf } from '../world/working-clock.ts';

/** What must hold, in the words of the desk; the numbers are those of the invariants in docs/simulation.md. */
export const rules = {
  oneCase: 'I1 each report is in exactly one case',
  oneOpenCase: 'I2 identical reports of an office are never in two open cases at once',
  turnNumbers: 'I3 turns are 1..n without gap or double',
  strictOrder: 'I3 each turn goes to whom the rule names',
  eligible: 'I3 nobody who is full or absent gets a turn',
  nobodyWaits: 'I3 no request waits while somebody may take it',
  oneAgent: 'I3 no request gets two agents',
  places: 'I3 an agent has as many places taken as open cases',
  timeline: 'I6 timelines are gap-free and hash-chained',
  limit: 'I8 never more than N live leases',
  fifo: 'I8 who waits longest for a server is next',
  tokens: 'I8 tokens strictly increase',
  leaseOutlived: 'I8 no lease outlives its case',
  deadlineOnce: 'each deadline acts at most once, and never early',
  deadlineInstant: 'each deadline lies where the calendar says',
  deadlineRuns: 'no case waits without a running deadline',
  actionOnce: 'a repeated action is not done again',
  caseForm: 'a case is of one piece',
  ends: 'every case ends',
  storm: 'no message goes round for ever',
} as const;

export type Rule = keyof typeof rules;

interface Violation {
  rule: string;
  /** In Jakarta. */
  day: string;
  caseId: string | null;
  what: string;
}

/** How many are kept of each rule: after the first, one mistake is often behind many. */
const keptOfEach = 5;

/** Collects what must not be. */
export class ViolationLog {
  readonly kept: Violation[] = [];
  readonly counts = new Map<Rule, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  add(rule: Rule, caseId: string | null, what: string): void {
    const count = (this.counts.get(rule) ?? 0) + 1;
    this.counts.set(rule, count);
    if (count <= keptOfEach) this.kept.push({ rule: rules[rule], day: dayOf(this.#now()), caseId, what });
  }

  unless(holds: boolean, rule: Rule, caseId: string | null, what: () => string): void {
    if (!holds) this.add(rule, caseId, what());
  }
}
