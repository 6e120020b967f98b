import { t } from 'i18next';
import { durationWords } from '../../agent/case-list/duration-words.ts';
import { spokenLanguage } from '../../text/language.ts';

/** Where there is nothing to be counted. */
const nothing = '–';

/** `1.240`, `0,75`; at most so many digits behind the comma. */
export function numberOf(value: number | null, digits = 0): string {
  if (value === null) return nothing;
  const locale = spokenLanguage() === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** `+1,25`, `-0,75`, `0` */
export function differenceOf(value: number): string {
  const locale = spokenLanguage() === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value);
}

/** `92,3%`; the API's percents go from 0 to 100. */
export function percentOf(value: number | null): string {
  if (value === null) return nothing;
  const locale = spokenLanguage() === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
}

/** `2 jam 5 menit`, `kurang dari semenit` */
export function lengthOf(seconds: number | null): string {
  if (seconds === null) return nothing;
  if (seconds < 60) return t('figures.underMinute');
  return durationWords(seconds * 1_000, spokenLanguage());
}

/** `24 Nov` of `2026-11-24`: a day of the calendar, whatever the zone. */
export function shortDayOf(day: string): string {
  const locale = spokenLanguage() === 'en' ? 'en-GB' : 'id-ID';
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
}
