import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultDeskSettings } from '../../../store/desks/default-desk-settings.ts';
import data from '../../../workflows/calendar/holidays-indonesia.json' with { type: 'json' };
import { holidayYears, isNationalHoliday } from '../../../workflows/calendar/national-holidays.ts';

const date = z.iso.date();
const decree = z.strictObject({
  title: z.string().min(20),
  numbers: z.array(z.string().regex(/^\d+ Tahun \d{4}$/)).length(3),
  signedOn: date,
  source: z.url({ protocol: /^https$/ }),
});
const holiday = z.strictObject({ date, name: z.string().min(5), kind: z.enum(['national', 'jointLeave']) });
const schema = z.strictObject({
  about: z.string(),
  years: z.array(
    z.strictObject({
      year: z.int(),
      status: z.enum(['decreed', 'expected']),
      decree: decree.nullable(),
      amendments: z.array(decree),
      checkedAgainst: z.string().min(20),
      holidays: z.array(holiday).min(10),
    }),
  ),
});

const all = { useNationalHolidays: true, useJointLeave: true };
const yearOf = (year: number) => holidayYears.find((each) => each.year === year);
const datesOf = (year: number, kind: string) =>
  (yearOf(year)?.holidays ?? []).filter((day) => day.kind === kind).map((day) => day.date);

describe('the data file', () => {
  it('has the form that it should have', () => {
    expect(schema.parse(data)).toEqual(data);
  });

  it.each(holidayYears)('lists $year in order, each day once, with its decree', ({ year, holidays, ...about }) => {
    const dates = holidays.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.every((day) => day.startsWith(`${year}-`))).toBe(true);
    expect(about.decree === null).toBe(about.status === 'expected');
    for (const fixed of ['01-01', '05-01', '06-01', '08-17', '12-25']) expect(dates).toContain(`${year}-${fixed}`);
  });

  it.each([
    [2025, 17, 11],
    [2026, 17, 8],
    [2027, 18, 8],
  ])('has as many days of %i as the decree: %i national, %i of joint leave', (year, national, jointLeave) => {
    expect([datesOf(year, 'national').length, datesOf(year, 'jointLeave').length]).toEqual([national, jointLeave]);
  });
});

/** What date-holidays 3.37.0 says otherwise than the decrees; it knows neither joint leave nor Easter Sunday. */
const known: Record<number, { missing: string[]; wrong: string[] }> = {
  2025: { missing: ['2025-04-01', '2025-04-20', '2025-06-27'], wrong: ['2025-03-30', '2025-06-26'] },
  2026: { missing: ['2026-03-22', '2026-04-05'], wrong: ['2026-03-20'] },
  2027: {
    missing: ['2027-03-11', '2027-03-28', '2027-05-17', '2027-08-15', '2027-12-26'],
    wrong: ['2027-03-09', '2027-05-16', '2027-08-14'],
  },
};

describe('against date-holidays', () => {
  const library = new Holidays('ID');

  it.each([2025, 2026, 2027])('the national holidays of %i differ only where we know it', (year) => {
    const theirs = new Set(library.getHolidays(year).map((day) => day.date.slice(0, 10)));
    const ours = datesOf(year, 'national');
    const missing = ours.filter((day) => !theirs.has(day));
    const wrong = [...theirs].filter((day) => !ours.includes(day));
    expect({ missing, wrong: wrong.sort() }).toEqual(known[year]);
  });
});

describe('a desk', () => {
  it('is free on what it keeps, and on nothing of a year without data', () => {
    expect(isNationalHoliday('2027-03-10', all)).toBe(true);
    expect(isNationalHoliday('2027-03-09', all)).toBe(true);
    expect(isNationalHoliday('2027-03-09', { useNationalHolidays: true })).toBe(false);
    expect(isNationalHoliday('2027-03-10', { useJointLeave: true })).toBe(false);
    expect(isNationalHoliday('2027-03-10', {})).toBe(false);
    expect(isNationalHoliday('2031-01-01', all)).toBe(false);
  });

  it('keeps both kinds unless it says otherwise, as the demo desk does', () => {
    expect(defaultDeskSettings.businessHours).toMatchObject(all);
  });
});
