import { expect, it } from 'vitest';
import { RunningSample } from '../../../worker/upgrades/running-sample.ts';

const workflow = (type: string, n: number) => ({ type, workflowId: `${type}-${n}`, runId: `run-${n}` });

/** Numbers from 0 to 1 that repeat (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it('keeps no more of a type than it may, and counts all', () => {
  const sample = new RunningSample(3, seeded(1));
  for (let n = 0; n < 1000; n += 1) sample.offer(workflow('complaint', n));
  sample.offer(workflow('rotation', 0));
  expect(sample.running).toEqual([
    ['complaint', 1000],
    ['rotation', 1],
  ]);
  expect(sample.drawn()).toHaveLength(4);
  expect(new Set(sample.drawn().map(({ workflowId }) => workflowId)).size).toBe(4);
});

it('draws the oldest as often as the newest', () => {
  const random = seeded(2);
  const draws = Array.from({ length: 2_000 }, () => {
    const sample = new RunningSample(5, random);
    for (let n = 0; n < 50; n += 1) sample.offer(workflow('complaint', n));
    return sample.drawn().map(({ workflowId }) => Number(workflowId.split('-')[1]));
  }).flat();
  const [old, young] = [draws.filter((n) => n < 25).length, draws.filter((n) => n >= 25).length];
  // 10,000 draws: three standard deviations of a fair coin are 150.
  expect(Math.abs(old - young)).toBeLessThan(300);
});

it('keeps all when it may', () => {
  const sample = new RunningSample(Infinity);
  for (let n = 0; n < 100; n += 1) sample.offer(workflow('complaint', n));
  expect(sample.drawn()).toHaveLength(100);
});
