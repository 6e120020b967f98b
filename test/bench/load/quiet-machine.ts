import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds over which it is looked. */
const span = 2_000;
/** Of all processors' time. */
const idleShare = 0.9;

/**
 * Waits until the machine has little to do: what a store still has to do for rows that came in minutes instead of months
 * (statistics, dead rows, pages to write) is not what is measured.
 *
 * @returns seconds that it took, or null when it has not become quiet within `limitMs`
 */
export async function untilQuiet(limitMs: number): Promise<number | null> {
  const began = Date.now();
  for (let before = processorTimes(); Date.now() - began < limitMs;) {
    await pause(span);
    const now = processorTimes();
    if ((now.idle - before.idle) / (now.all - before.all) > idleShare) return (Date.now() - began) / 1_000;
    before = now;
  }
  return null;
}

function processorTimes(): { idle: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (of: (each: (typeof times)[number]) => number) => times.reduce((total, each) => total + of(each), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ idle, irq, nice, sys, user }) => idle + irq + nice + sys + user),
  };
}
