import { z } from 'zod';

const form =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

/** Seconds of a year, month, week, day, hour, minute, second: what the parts of the form count. */
const seconds = [365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1];
const longest = 366 * 86_400;

function secondsOf(duration: string): number {
  const parts = form.exec(duration)?.slice(1) ?? [];
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (seconds[index] ?? 0), 0);
}

/** An ISO 8601 duration, more than nothing and at most a year. Days and weeks are working days of the desk. */
export const durationSchema = z
  .string()
  .max(60)
  .regex(form, { error: 'PT4H', abort: true })
  .superRefine((duration, context) => {
    const length = secondsOf(duration);
    const fault = length <= 0 ? 'duration_not_positive' : length > longest ? 'duration_too_long' : null;
    if (fault) context.addIssue({ code: 'custom', message: fault, params: { fault } });
  })
  .meta({ description: 'ISO 8601, more than nothing, at most a year.', example: 'PT4H' });
