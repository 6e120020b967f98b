import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzzOperations } from '../fuzz/fuzz-operations.ts';
import { prepareFuzz } from '../fuzz/fuzz-world.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { startTestStack, type TestStack } from '../support/stack/test-stack.ts';

/** Long enough to start engines' clients, worker and API on a busy machine. */
const patience = 120_000;
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack(prepareFuzz);
}, patience);
afterAll(() => stack.end());

it(
  'answers a short run of made-up requests as declared, and lets nobody in who may not',
  async () => {
    const result = await runFuzz(stack, { requests: 700, seed: 6, concurrency: 8 });
    const told = result.violations.map(({ caller, curl, faults, operationId }) => ({
      operationId,
      caller,
      faults,
      curl,
    }));
    expect(told).toEqual([]);
    expect(result.rows.filter(({ requests }) => requests > 0).length).toBeGreaterThan(fuzzOperations.length * 0.9);
    expect((await fetch(`${stack.base}/ready`)).status).toBe(200);
  },
  patience,
);
