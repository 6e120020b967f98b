import fc from 'fast-check';
import { cast } from '../support/authorisation/access-cast.ts';
import { mayEverDo } from './check-access.ts';
import { draftOf } from './draft-arbitrary.ts';
import type { Caller, Draft } from './draft-types.ts';
import { fuzzOperations, type FuzzOperation } from './fuzz-operations.ts';

/** One request of a run, before it is drawn. */
export interface Turn {
  index: number;
  operation: FuzzOperation;
  caller: Caller;
}

const callers: Caller[] = [null, ...cast];
const arbitraries = new Map(fuzzOperations.map((operation) => [operation.operationId, draftOf(operation)]));

/** Who may do it at all does it more often: there is more to go wrong behind the door than before it. */
function timesOf(pair: Omit<Turn, 'index'>): Omit<Turn, 'index'>[] {
  const { caller, operation } = pair;
  return Array(caller && mayEverDo(operation.operationId, caller) ? 3 : 1).fill(pair) as Omit<Turn, 'index'>[];
}

/** Every operation as everybody, again and again, each round in an order of its own. */
export function* turnsOf({ requests, seed }: { requests: number; seed: number }): Generator<Turn> {
  const pairs = fuzzOperations.flatMap((operation) => callers.flatMap((caller) => timesOf({ operation, caller })));
  for (let index = 0, round = 0; index < requests; round += 1) {
    const order = fc.shuffledSubarray(pairs, { minLength: pairs.length });
    const [shuffled = []] = fc.sample(order, { numRuns: 1, seed: seed + round });
    for (const pair of shuffled) if (index < requests) yield { ...pair, index: index++ };
  }
}

/** The draft of one turn: the same for the same seed. */
export function draftAt({ index, operation }: Turn, seed: number): Draft {
  const arbitrary = arbitraries.get(operation.operationId);
  const [draft] = arbitrary ? fc.sample(arbitrary, { numRuns: 1, seed: seed * 1_000_003 + index }) : [];
  if (!draft) throw new Error(`nothing is drawn for ${operation.operationId}`);
  return draft;
}
