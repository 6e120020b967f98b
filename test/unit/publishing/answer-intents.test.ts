import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerIntents, type AnswerIntents } from '../../../publishing/answer-intents.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Store } from '../../../store/store.ts';

const address = { caseId: 'one', workflowId: 'complaint:one' };
const now = new Date('2026-11-24T01:00:00.000Z');

let store: Store;
let isAway: boolean;
let warn: ReturnType<typeof vi.fn<(message: string, error: unknown) => void>>;
let intents: AnswerIntents;
beforeEach(() => {
  vi.useFakeTimers();
  isAway = false;
  store = fakeStore({ available: () => !isAway });
  warn = vi.fn();
  intents = createAnswerIntents({ store, clock: () => now, warn });
});
afterEach(() => {
  vi.useRealTimers();
});

const kept = () => store.answerIntents.pending({ before: '2027', limit: 100 });

describe('the intent to publish an answer', () => {
  it('is in the store when its id is known, with where the answer comes from and since when', async () => {
    const intentId = await intents.keep(address);
    expect(await kept()).toEqual([{ ...address, intentId, at: now.toISOString() }]);
  });

  it('goes a moment after the answer is published, many by one command', async () => {
    const removeMany = vi.spyOn(store.answerIntents, 'removeMany');
    const ids = [await intents.keep(address), await intents.keep(address), await intents.keep(address)];
    ids.slice(0, 2).forEach((id) => intents.settle(id));
    expect(await kept()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await kept()).map(({ intentId }) => intentId)).toEqual([ids[2]]);
    intents.settle(ids[2] ?? null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await kept()).toEqual([]);
    expect(removeMany).toHaveBeenCalledTimes(2);
  });

  it('is none while the store is away, and nobody fails for that', async () => {
    isAway = true;
    expect(await intents.keep(address)).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    intents.settle(null);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes with a later one when the store was away', async () => {
    const first = await intents.keep(address);
    const second = await intents.keep(address);
    intents.settle(first);
    isAway = true;
    await vi.advanceTimersByTimeAsync(1_000);
    isAway = false;
    expect(await kept()).toHaveLength(2);
    intents.settle(second);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await kept()).toEqual([]);
  });
});
