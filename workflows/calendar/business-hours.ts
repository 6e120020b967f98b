/** Local wall-clock period of one day, half-open: `from` is inside, `to` is not. `HH:mm`, `to` may be `24:00`. */
export interface Period {
  from: string;
  to: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof weekdays)[number];

/** A day on which other hours hold than on its weekday, or none at all. */
export interface CalendarException {
  /** YYYY-MM-DD in the desk's time zone */
  date: string;
  /** Half-open, as in the weekly plan; none: the day is free. */
  periods: Period[];
  /** Why, for people; for instance a day before Idulfitri with short hours. */
  name?: string;
}

/** When a desk works. Deadlines run only inside; when not enabled they run round the clock. */
export interface BusinessHours {
  enabled: boolean;
  /** IANA name, for instance Asia/Jakarta. */
  timezone: string;
  /** A day that is missing or empty is free. */
  weekly: Partial<Record<Weekday, Period[]>>;
  /** Free days in the desk's time zone, YYYY-MM-DD. */
  holidays: string[];
  /** Days of their own; they count before holidays of every kind. */
  exceptions?: CalendarException[];
  /** Indonesia's national holidays of holidays-indonesia.json are free. Missing: they are not. */
  useNationalHolidays?: boolean;
  /** So are its days of joint leave (cuti bersama). Missing: they are not. */
  useJointLeave?: boolean;
}
