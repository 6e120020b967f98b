import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StoryStep {
  step: string;
  expected: unknown;
  got: unknown;
  ok: boolean;
}

/** Collects what was expected and what happened; nothing is thrown for a difference, so that the story goes on. */
export interface StoryJournal {
  steps: readonly StoryStep[];
  check: (step: string, expected: unknown, got: unknown) => void;
}

/** @param told sees each step as it happens */
export function openJournal(told: (step: StoryStep) => void): StoryJournal {
  const steps: StoryStep[] = [];
  return {
    steps,
    check: (step, expected, got) => {
      const entry = { step, expected, got, ok: isDeepStrictEqual(expected, got) };
      steps.push(entry);
      told(entry);
    },
  };
}

/** Reads again and again until it is as wanted, or the time is over; answers what was read last. */
export async function readUntil<T>(read: () => Promise<T>, wanted: (value: T) => boolean, ms: number): Promise<T> {
  for (const deadline = Date.now() + ms; ;) {
    const value = await read();
    if (wanted(value) || Date.now() > deadline) return value;
    await sleep(150);
  }
}

/** One line of the table. */
export function tableRow({ step, expected, got, ok }: StoryStep): string {
  return [
    ok ? 'ok   ' : 'WRONG',
    step.padEnd(62),
    `expected ${show(expected)}`,
    ...(ok ? [] : [`got ${show(got)}`]),
  ].join('  ');
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}
