import i18next from 'i18next';

const locales = { id: 'id-ID', en: 'en-GB' };

/** Of the desk that one deals with; whoever reads far away still reads the hour that its people mean. */
let timeZone = 'Asia/Jakarta';

/** Every hour that is said from now on. */
export function sayTimesOf(zone: string): void {
  timeZone = zone;
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = i18next.language === 'en' ? locales.en : locales.id;
  return new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
}

function dayNumber(instant: Date): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
  return Date.parse(`${parts}T00:00:00Z`) / 86_400_000;
}

/** `10.00`, `10:00` */
export function hourOf(instant: string): string {
  return format({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** `hari ini 10.00`, `besok 10.00`, `Kamis 26 Nov 10.00`: as one would say it. */
export function momentOf(instant: string, now = new Date()): string {
  const date = new Date(instant);
  const days = dayNumber(date) - dayNumber(now);
  const day =
    days >= -1 && days <= 1
      ? i18next.t(days === 0 ? 'time.today' : days === 1 ? 'time.tomorrow' : 'time.yesterday')
      : format({
          weekday: 'long',
          day: 'numeric',
          month: 'short',
          ...(Math.abs(days) > 300 ? { year: 'numeric' } : {}),
        }).format(date);
  return `${day} ${hourOf(instant)}`;
}

/** The whole of it, for who wants to be sure: a tooltip, a table. */
export function fullMomentOf(instant: string): string {
  return format({ dateStyle: 'full', timeStyle: 'short' }).format(new Date(instant));
}

const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3_600, 'minute', 60],
  [86_400, 'hour', 3_600],
  [Infinity, 'day', 86_400],
];

/** `3 menit lagi`, `2 jam yang lalu`. `now` in epoch milliseconds. */
export function distanceOf(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1_000;
  const [, unit, size] = steps.find(([limit]) => Math.abs(seconds) < limit) ?? [0, 'day' as const, 86_400];
  const locale = i18next.language === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** `15 menit`, `40 detik`: how long one has to wait. */
export function waitOf(seconds: number): string {
  const locale = i18next.language === 'en' ? locales.en : locales.id;
  const unit = seconds < 60 ? 'second' : 'minute';
  const count = seconds < 60 ? seconds : Math.ceil(seconds / 60);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** The day at the desk, `2026-11-24`. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
}

/** How far the desk's clocks are ahead of UTC then. Milliseconds. */
function aheadAt(instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}

/** The instant at which a day (`2026-11-24`) begins at the desk, `days` later. */
export function startOfDay(day: string, days = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  // Where clocks are put forward, they may be so between the guess and the day.
  const guess = midnight - aheadAt(midnight);
  return new Date(midnight - aheadAt(guess)).toISOString();
}
