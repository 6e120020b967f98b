import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzzOperations } from '../fuzz/fuzz-operations.ts';
import { prepareFuzz } from '../fuzz/fuzz-world.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { startTestStack, type TestStack } from '../support/stack/test-stack.ts';

/** Some seconds are enough on a quiet machine. */
const patience = 180_000;
/** Of refused requests there are many here, each with a warning. */
const errors = 50;
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack(prepareFuzz, { shownFrom: errors });
}, patience);
afterAll(() => stack.end());

it(
  'answers a short run of made-up requests as declared, and lets nobody in who may not',
  async () => {
    const result = await runFuzz(stack, { requests: 450, seed: 6, concurrency: 8 });
    const told = result.violations.map(({ caller, curl, faults, operationId }) => ({
      operationId,
      caller,
      faults,
      curl,
    }));
    expect(told).toEqual([]);
    expect(result.rows.filter(({ requests }) => requests > 0).length).toBeGreaterThan(fuzzOperations.length * 0.8);
    expect((await fetch(`${stack.base}/ready`)).status).toBe(200);
  },
  patience,
);
