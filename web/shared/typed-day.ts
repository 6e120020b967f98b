/** `desember` → 12, in either language, also when it is not written out. */
function monthOf(word: string): number {
  const names = ['id-ID', 'en-GB'].map((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }));
  const begin = word.toLowerCase();
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  const isIt = (month: Date) => names.some((name) => name.format(month).toLowerCase().startsWith(begin));
  return begin.length < 3 ? 0 : months.findIndex(isIt) + 1;
}

/** `24 Desember 2026`, `24 Dec 2026`, `24/12/2026`, `24-12-2026`, `2026-12-24` → `2026-12-24`; null for anything else. */
export function typedDay(text: string): string | null {
  const words = text.trim().split(/[\s/.-]+/);
  const [day = '', month = '', year = ''] = words[0]?.length === 4 ? words.toReversed() : words;
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthOf(month);
  if (words.length !== 3 || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const date = new Date(Date.UTC(Number(year), number - 1, Number(day)));
  // The 31st of a month that has 30 days is no day, nor is any of a month that there is not.
  return number > 0 && date.getUTCMonth() === number - 1 ? date.toISOString().slice(0, 10) : null;
}
