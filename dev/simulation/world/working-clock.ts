import { weekdays, type BusinessHours, type Period } from '../../../workflows/calendar/business-hours.ts';
import { holidayYears } from '../../../workflows/calendar/national-holidays.ts';
import { day, hour, minute } from './simulated-network.ts';

/** Jakarta keeps UTC+7 all year. */
const offset = 7 * hour;

interface Span {
  from: number;
  to: number;
  /** Working time before it. */
  before: number;
}

/** The day in Jakarta, YYYY-MM-DD. */
export function dayOf(at: number): string {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** Midnight in Jakarta of that day (YYYY-MM-DD). */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - offset;
}

/**
 * Working time by other means than the product's: a table of all spans of some years, without a time zone library. People
 * of the simulation live by it, and every deadline that the product plans is held against it.
 */
export class WorkingClock {
  readonly #spans: Span[] = [];
  readonly #days = new Set<string>();
  readonly #total: number;

  constructor(hours: BusinessHours, from: number, to: number) {
    if (hours.timezone !== 'Asia/Jakarta') throw new Error('the simulated desk works in Jakarta');
    let before = 0;
    for (let at = startOfDay(dayOf(from)); at < to; at += day) {
      const periods = periodsOf(at, hours);
      if (periods.length > 0) this.#days.add(dayOf(at));
      for (const period of periods) {
        const span = { from: at + inDay(period.from), to: at + inDay(period.to), before };
        this.#spans.push(span);
        before += span.to - span.from;
      }
    }
    this.#total = before;
  }

  isWorkingDay(at: number): boolean {
    return this.#days.has(dayOf(at));
  }

  isOpen(at: number): boolean {
    const span = this.#spans[this.#indexAt(at)];
    return span !== undefined && span.from <= at;
  }

  /** The instant after so much working time; never outside of it. */
  plus(at: number, milliseconds: number): number {
    const wanted = this.#elapsed(at) + milliseconds;
    if (wanted > this.#total) throw new Error('the simulated calendar is too short');
    // Zero working time after the end of a span is the beginning of the next one.
    let index = milliseconds === 0 ? this.#indexAt(at) : this.#firstWith((span) => ended(span) >= wanted);
    if (this.#spans[index] === undefined) index = this.#spans.length - 1;
    const span = this.#spans[index] as Span;
    return span.from + wanted - span.before;
  }

  /** The same wall-clock time so many working days later, moved into working time. */
  plusDays(at: number, days: number): number {
    let moment = at;
    for (let left = days; left > 0;) {
      moment += day;
      if (this.isWorkingDay(moment)) left -= 1;
    }
    return this.plus(moment, 0);
  }

  /** Working time between two instants, milliseconds. */
  within(from: number, to: number): number {
    return Math.max(0, this.#elapsed(to) - this.#elapsed(from));
  }

  #elapsed(at: number): number {
    const span = this.#spans[this.#indexAt(at)];
    return span === undefined ? this.#total : span.before + Math.max(0, at - span.from);
  }

  /** The span that holds the instant, or the next one. */
  #indexAt(at: number): number {
    return this.#firstWith((span) => span.to > at);
  }

  #firstWith(isIt: (span: Span) => boolean): number {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isIt(this.#spans[middle] as Span)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const holidays = new Map(holidayYears.flatMap((year) => year.holidays).map(({ date, kind }) => [date, kind]));

const ended = ({ from, to, before }: Span): number => before + to - from;

function periodsOf(at: number, hours: BusinessHours): Period[] {
  const date = dayOf(at);
  const exception = hours.exceptions?.find((each) => each.date === date);
  if (exception) return exception.periods;
  const kind = holidays.get(date);
  const isFree = (kind === 'national' && hours.useNationalHolidays) || (kind === 'jointLeave' && hours.useJointLeave);
  if (isFree || hours.holidays.includes(date)) return [];
  const weekday = weekdays[(new Date(at + offset).getUTCDay() + 6) % 7];
  return (weekday && hours.weekly[weekday]) ?? [];
}

/** Milliseconds from midnight; `HH:mm`. */
function inDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * hour + minutes * minute;
}
