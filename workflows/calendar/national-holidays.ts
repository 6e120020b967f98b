import type { BusinessHours } from './business-hours.ts';
import data from './holidays-indonesia.json' with { type: 'json' };

interface NationalHoliday {
  /** YYYY-MM-DD */
  date: string;
  /** As the decree names it, in Indonesian. */
  name: string;
  /** `jointLeave` is cuti bersama: offices are closed, although the day is no national holiday. */
  kind: 'national' | 'jointLeave';
}

interface Decree {
  title: string;
  /** Of the ministers of religious affairs, manpower, and administrative reform, in this order. */
  numbers: string[];
  signedOn: string;
  /** Where it is published. */
  source: string;
}

/** One year of the data file. */
export interface HolidayYear {
  year: number;
  /** `expected`: there is no decree yet; only what is certain, or computed, is listed. */
  status: 'decreed' | 'expected';
  decree: Decree | null;
  /** Decrees that changed it later; the list holds what they left. */
  amendments: Decree[];
  /** How the list was checked. */
  checkedAgainst: string;
  /** In order of date, each date once. */
  holidays: NationalHoliday[];
}

/** All years of holidays-indonesia.json. Its form is held by a test. */
export const holidayYears = data.years as HolidayYear[];

const kinds = new Map(holidayYears.flatMap(({ holidays }) => holidays).map(({ date, kind }) => [date, kind]));

/** Whether a desk that keeps these rules is free on this day (YYYY-MM-DD). Years without data have no such days. */
export function isNationalHoliday(
  date: string,
  rules: Pick<BusinessHours, 'useNationalHolidays' | 'useJointLeave'>,
): boolean {
  const kind = kinds.get(date);
  if (kind === 'national') return rules.useNationalHolidays === true;
  return kind === 'jointLeave' && rules.useJointLeave === true;
}
