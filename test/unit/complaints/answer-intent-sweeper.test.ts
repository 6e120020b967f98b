import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAnswerIntentSweeper } from '../../../api/complaints/answer-intent-sweeper.ts';
import type { Sweeper } from '../../../api/sweeping/repeat-sweep.ts';
import { complaintBody, complaintWorld, people, type World } from './complaint-world.ts';

let world: World;
let sweeper: Sweeper;
let now: Date;
const logger = { info: vi.fn(), warn: vi.fn() };

beforeEach(async () => {
  world = await complaintWorld();
  await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
  now = new Date('2026-11-24T02:00:00Z');
  const { engine, store } = world;
  sweeper = startAnswerIntentSweeper({ store, engine, logger, clock: () => now, everyMs: 3_600_000 });
});
afterEach(() => sweeper.stop());

const found = () => {
  const [only] = world.engine.cases;
  if (!only) throw new Error('no case was opened');
  return only;
};
const kept = () => world.store.answerIntents.pending({ before: '2027', limit: 100 });
const keep = (intentId: string, secondsAgo: number, caseId = found().caseId) =>
  world.store.answerIntents.insert({
    ...{ intentId, caseId, workflowId: found().workflowId },
    at: new Date(now.getTime() - secondsAgo * 1_000).toISOString(),
  });

describe('the sweeper of answers to be published', () => {
  it('tells a case once of all the answers that may be lost, and forgets them', async () => {
    await keep('a', 11);
    await keep('b', 60);
    expect(await sweeper.sweep()).toBe(1);
    expect(found().doubts).toBe(1);
    expect(await kept()).toEqual([]);
    expect(await sweeper.sweep()).toBe(0);
  });

  it('leaves young ones to whoever has asked', async () => {
    await keep('a', 9);
    expect(await sweeper.sweep()).toBe(0);
    expect(found().doubts).toBe(0);
    expect(await kept()).toHaveLength(1);
  });

  it('forgets those of a case that has ended: it has told all itself', async () => {
    await keep('a', 11);
    world.engine.endCase(found().workflowId);
    await sweeper.sweep();
    expect(found().doubts).toBe(0);
    expect(await kept()).toEqual([]);
  });

  it('keeps them while Temporal is away', async () => {
    await keep('a', 11);
    world.engine.down = true;
    expect(await sweeper.sweep()).toBe(0);
    expect(await kept()).toHaveLength(1);
    world.engine.down = false;
    expect(await sweeper.sweep()).toBe(1);
  });

  it('comes to the other cases although one cannot be told', async () => {
    await keep('a', 11, 'another');
    await keep('b', 11);
    const tell = world.engine.doubtPublishing.bind(world.engine);
    world.engine.doubtPublishing = (address) =>
      address.caseId === 'another' ? Promise.reject(new Error('broken')) : tell(address);
    expect(await sweeper.sweep()).toBe(1);
    expect(found().doubts).toBe(1);
    expect((await kept()).map(({ intentId }) => intentId)).toEqual(['a']);
  });
});
