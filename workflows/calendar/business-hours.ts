/** Local wall-clock period of one day, half-open: `from` is inside, `to` is not. `HH:mm`, `to` may be `24:00`. */
export interface Period {
  from: string;
  to: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof weekdays)[number];

/** When a desk works. Deadlines run only inside; when not enabled they run round the clock. */
export interface BusinessHours {
  enabled: boolean;
  /** IANA name, for instance Asia/Jakarta. */
  timezone: string;
  /** A day that is missing or empty is free. */
  weekly: Partial<Record<Weekday, Period[]>>;
  /** Free days in the desk's time zone, YYYY-MM-DD. */
  holidays: string[];
}
