import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../../dev/chaos/client/until.ts';

/** Milliseconds over which it is looked. */
const span = 2_000;
/** Of all processors' time, idle. */
const quietShare = 0.9;

/**
 * Waits until the machine has little to do: what a store still has to do for rows that came in minutes instead of months
 * (statistics, dead rows, pages to write) is not what is measured.
 *
 * @returns whether it has become quiet within `limitMs`
 */
export async function untilQuiet(limitMs: number): Promise<boolean> {
  return (await until(limitMs, async () => (await idleShareOver(span)) > quietShare)) !== null;
}

async function idleShareOver(milliseconds: number): Promise<number> {
  const before = processorTimes();
  await pause(milliseconds);
  const now = processorTimes();
  return (now.idle - before.idle) / (now.all - before.all);
}

function processorTimes(): { idle: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (of: (each: (typeof times)[number]) => number) => times.reduce((total, each) => total + of(each), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ idle, irq, nice, sys, user }) => idle + irq + nice + sys + user),
  };
}
