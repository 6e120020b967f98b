import { DateTime, Duration } from 'luxon';
import { weekdays, type BusinessHours, type Period } from './business-hours.ts';
import { isNationalHoliday } from './national-holidays.ts';

/** Half-open, epoch milliseconds. */
interface Span {
  from: number;
  to: number;
}

/** A plan without any working time within three years is no plan: the allowance then runs round the clock. */
const searchedDays = 3 * 366;

/**
 * The instant at which an allowance has passed. `from` and the answer are epoch milliseconds, `allowance` is an ISO 8601
 * duration. Days and weeks of it are working days (the same wall-clock time, so many working days later); hours, minutes
 * and seconds count only inside working hours. When the hours are not enabled, the clock runs always.
 * @throws RangeError when `allowance` or the time zone is not valid
 */
export function deadlineAfter(from: number, allowance: string, hours: BusinessHours): number {
  const duration = Duration.fromISO(allowance);
  if (!duration.isValid) throw new RangeError(`not an ISO 8601 duration: ${allowance}`);
  const start = DateTime.fromMillis(from, { zone: hours.enabled ? hours.timezone : 'utc' });
  if (!start.isValid) throw new RangeError(`not a time zone: ${hours.timezone}`);
  const { days, milliseconds } = parts(duration);
  if (!hours.enabled) return start.plus({ days, milliseconds }).toMillis();
  return afterWorkingTime(afterWorkingDays(start, days, hours), milliseconds, hours).toMillis();
}

/**
 * How much working time lies in a span (epoch milliseconds, half-open), in milliseconds.
 */
export function workingTimeIn({ from, to }: Span, hours: BusinessHours): number {
  if (!hours.enabled) return Math.max(0, to - from);
  let sum = 0;
  const last = DateTime.fromMillis(to, { zone: hours.timezone });
  let day = DateTime.fromMillis(from, { zone: hours.timezone }).startOf('day');
  for (let searched = 0; day <= last && searched < searchedDays; searched += 1, day = day.plus({ days: 1 })) {
    for (const span of workingSpans(day, hours)) {
      sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    }
  }
  return sum;
}

/** As written: 25 hours stay 25 hours and do not become a day. */
function parts(duration: Duration): { days: number; milliseconds: number } {
  const { years = 0, months = 0, weeks = 0, days = 0, ...time } = duration.toObject();
  const wholeDays = years * 365 + months * 30 + weeks * 7 + days;
  return { days: Math.floor(wholeDays), milliseconds: Duration.fromObject(time).toMillis() };
}

function afterWorkingDays(start: DateTime, days: number, hours: BusinessHours): DateTime {
  let moment = start;
  let left = days;
  for (let searched = 0; left > 0; searched += 1) {
    if (searched > searchedDays + days) return start.plus({ days });
    moment = moment.plus({ days: 1 });
    if (periodsOf(moment, hours).length > 0) left -= 1;
  }
  return moment;
}

/** The first instant at which so much working time has passed since `start`; inside working hours even for zero. */
function afterWorkingTime(start: DateTime, milliseconds: number, hours: BusinessHours): DateTime {
  let left = milliseconds;
  let day = start.startOf('day');
  for (let searched = 0; searched < searchedDays; searched += 1, day = day.plus({ days: 1 })) {
    for (const span of workingSpans(day, hours)) {
      const begin = Math.max(span.from, start.toMillis());
      const length = span.to - begin;
      if (length <= 0) continue;
      if (left <= length) return DateTime.fromMillis(begin + left, { zone: hours.timezone });
      left -= length;
    }
  }
  return start.plus({ milliseconds });
}

/** The working spans of the local day that `day` lies in, in order; none on holidays. */
function workingSpans(day: DateTime, hours: BusinessHours): Span[] {
  return periodsOf(day, hours)
    .map(({ from, to }) => ({ from: atTime(day, from), to: atTime(day, to) }))
    .sort((a, b) => a.from - b.from);
}

/** An exception counts before a holiday, a holiday before the weekday. */
function periodsOf(day: DateTime, hours: BusinessHours): Period[] {
  const date = day.toISODate() ?? '';
  const exception = hours.exceptions?.find((candidate) => candidate.date === date);
  if (exception) return exception.periods;
  if (hours.holidays.includes(date) || isNationalHoliday(date, hours)) return [];
  const weekday = weekdays[day.weekday - 1];
  return (weekday && hours.weekly[weekday]) ?? [];
}

function atTime(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 24) return day.startOf('day').plus({ days: 1 }).toMillis();
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}
