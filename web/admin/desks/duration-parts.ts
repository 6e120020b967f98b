/** In which one says how long something may take, from the shortest. */
export const durationUnits = ['second', 'minute', 'hour', 'day'] as const;

export type DurationUnit = (typeof durationUnits)[number];

export interface DurationParts {
  amount: number;
  unit: DurationUnit;
}

const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** `PT90M` → 90 minutes, `PT8H` → 8 hours, `P1W` → 7 days: in one unit, the longest that needs no fraction. */
export function partsOf(duration: string): DurationParts | null {
  const found = form.exec(duration);
  if (!found) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wholeDays = years * 365 + months * 30 + weeks * 7 + days;
  const time = hours * 3_600 + minutes * 60 + seconds;
  // A day is a working day, which has no fixed number of hours: the two do not add up to one unit.
  if (wholeDays > 0) return time === 0 ? { amount: wholeDays, unit: 'day' } : null;
  if (time % 3_600 === 0) return { amount: time / 3_600, unit: 'hour' };
  return time % 60 === 0 ? { amount: time / 60, unit: 'minute' } : { amount: time, unit: 'second' };
}

const letters: Record<DurationUnit, [before: string, after: string]> = {
  second: ['PT', 'S'],
  minute: ['PT', 'M'],
  hour: ['PT', 'H'],
  day: ['P', 'D'],
};

export function durationOf({ amount, unit }: DurationParts): string {
  const [before, after] = letters[unit];
  return `${before}${amount}${after}`;
}
