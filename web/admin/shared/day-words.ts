import { spokenLanguage } from '../../text/language.ts';

/** `Kamis, 24 Desember 2026`: a day of the calendar, in whatever time zone. */
export function dayWords(day: string): string {
  const locale = spokenLanguage() === 'en' ? 'en-GB' : 'id-ID';
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(date);
}
