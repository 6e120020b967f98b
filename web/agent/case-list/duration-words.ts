const minute = 60_000;
const units: [unit: 'day' | 'hour' | 'minute', ms: number][] = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
];

/** `2 hari 3 jam`, `1 jam 20 menit`, `5 menit`: the two largest units that say something; less than a minute is one. */
export function durationWords(ms: number, language: 'id' | 'en'): string {
  let rest = Math.max(Math.abs(ms), minute);
  const words: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      words.push(
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
          count,
        ),
      );
    } else if (words.length > 0) break;
    if (words.length === 2) break;
  }
  return words.join(' ');
}
