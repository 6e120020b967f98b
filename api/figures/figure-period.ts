import { DateTime } from 'luxon';
import { invalid, type Problem } from '../http/problem.ts';

/** Half-open, epoch milliseconds; `timezone` says where a day begins. */
export interface Period {
  from: number;
  to: number;
  timezone: string;
}

export const longestPeriodDays = 400;

const usualDays = 30;
const date = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;

/** Whether it is a day of the calendar or an instant with its offset, in the years that can be counted in. */
export function isDateOrInstant(text: string): boolean {
  return (date.test(text) || instant.test(text)) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/**
 * The period that is asked for. A day begins at midnight of the desk's time zone. Without `to` it ends now, without `from`
 * it has thirty days of the calendar, the one that it ends in included.
 * @throws Problem validation_failed when it is empty or too long
 */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  timezone: string,
  now: Date,
): Period {
  const zone = { zone: timezone };
  const end = asked.to === undefined ? DateTime.fromJSDate(now, zone) : DateTime.fromISO(asked.to, zone);
  const lastDay = end.minus({ milliseconds: 1 }).startOf('day');
  const begin = asked.from === undefined ? lastDay.minus({ days: usualDays - 1 }) : DateTime.fromISO(asked.from, zone);
  if (begin >= end) throw refused(asked, 'empty_period');
  if (begin.plus({ days: longestPeriodDays }) < end) throw refused(asked, 'period_too_long');
  return { from: begin.toMillis(), to: end.toMillis(), timezone };
}

function refused(asked: { to?: string | undefined }, code: 'empty_period' | 'period_too_long'): Problem {
  const values = { maximum: String(longestPeriodDays) };
  return invalid({ in: 'query', pointer: asked.to === undefined ? '#/from' : '#/to', code, values });
}

/** The UTC days, YYYY-MM-DD, that the period touches, beginning `before` days earlier: what the store is asked by. */
export function storedDays({ from, to }: Period, before = 0): string[] {
  const day = 86_400_000;
  const days: string[] = [];
  for (let at = Math.floor(from / day) - before; at * day < to; at += 1) {
    days.push(new Date(at * day).toISOString().slice(0, 10));
  }
  return days;
}

/** The days of the period as the desk sees them, YYYY-MM-DD, and which of them an instant in it belongs to. */
export function deskDays({ from, to, timezone }: Period): { days: string[]; dayOf: (at: number) => string } {
  const days: string[] = [];
  const begins: number[] = [];
  for (
    let day = DateTime.fromMillis(from, { zone: timezone }).startOf('day');
    day.toMillis() < to;
    day = day.plus({ days: 1 })
  ) {
    days.push(day.toISODate() ?? '');
    begins.push(day.toMillis());
  }
  return { days, dayOf: (at) => days[lastNotAfter(begins, at)] ?? '' };
}

function lastNotAfter(sorted: number[], at: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
