import { z } from 'zod';
import type { Weekday } from '../../workflows/calendar/business-hours.ts';

const from = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '07:30');
const to = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, '17:00');

const periodSchema = z
  .strictObject({ from, to })
  .superRefine((period, context) => {
    // HH:mm compares as text.
    if (period.from < period.to) return;
    context.addIssue({ code: 'custom', message: 'empty', path: ['to'], params: { fault: 'empty_period' } });
  })
  .meta({ id: 'Period', description: '`from` is inside, `to` is not.', example: { from: '07:30', to: '17:00' } });

const periods = z
  .array(periodSchema)
  .max(24)
  .superRefine((list, context) => {
    const sorted = [...list].sort((a, b) => (a.from < b.from ? -1 : 1));
    const overlaps = sorted.some((period, index) => index > 0 && period.from < (sorted[index - 1]?.to ?? ''));
    if (overlaps) context.addIssue({ code: 'custom', message: 'overlap', params: { fault: 'overlapping_periods' } });
  });

const day = periods.optional();

const exceptionSchema = z
  .strictObject({ date: z.iso.date(), periods, name: z.string().min(1).max(200).optional() })
  .meta({
    id: 'CalendarException',
    description: 'A day with hours of its own; without periods it is free.',
    example: { date: '2026-12-31', periods: [{ from: '07:30', to: '12:00' }], name: 'Akhir tahun' },
  });

const exceptions = z
  .array(exceptionSchema)
  .max(1000)
  .superRefine((list, context) => {
    const dates = list.map(({ date }) => date);
    for (const [index, date] of dates.entries()) {
      if (dates.indexOf(date) === index) continue;
      context.addIssue({ code: 'custom', message: 'twice', path: [index, 'date'], params: { fault: 'duplicate' } });
    }
  });

const weekly = z
  .strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  } satisfies Record<Weekday, typeof day>)
  .meta({ description: 'A day that is missing or empty is free.' });

/** Names of places only: an offset such as +07:00 knows no daylight saving time. */
function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const timezone = z
  .string()
  .min(1)
  .max(60)
  .superRefine((name, context) => {
    if (isTimezone(name)) return;
    context.addIssue({ code: 'custom', message: 'zone', params: { fault: 'unknown_timezone' } });
  })
  .meta({ description: 'IANA name.', example: 'Asia/Jakarta' });

const fields = {
  enabled: z.boolean().meta({ description: 'When false, deadlines run round the clock.' }),
  timezone,
  weekly,
  holidays: z.array(z.iso.date()).max(1000).meta({ description: 'Free days, YYYY-MM-DD.' }),
  exceptions: exceptions.optional().meta({ description: 'They count before holidays of every kind.' }),
  useNationalHolidays: z.boolean().optional().meta({ description: "Whether Indonesia's national holidays are free." }),
  useJointLeave: z.boolean().optional().meta({ description: 'Whether days of joint leave (cuti bersama) are free.' }),
};

export const businessHoursSchema = z.strictObject(fields).meta({ id: 'BusinessHours' });

export const businessHoursChangeSchema = z.strictObject(fields).partial().meta({ id: 'BusinessHoursChange' });
