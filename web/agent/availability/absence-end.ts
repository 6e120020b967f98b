import { dayOf, startOfDay } from '../../shared/time-words.ts';

/** Ends that one can choose for a short absence; `open` is until one says that one is back. */
export const awayEnds = ['open', '30', '60', '120', 'today'] as const;
export type AwayEnd = (typeof awayEnds)[number];

/** When the absence ends by itself; null: it does not. */
export function awayUntil(end: AwayEnd, now: Date): string | null {
  if (end === 'open') return null;
  if (end === 'today') return startOfDay(dayOf(now), 1);
  return new Date(now.getTime() + Number(end) * 60_000).toISOString();
}
