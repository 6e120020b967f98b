import type { Spread } from './statistics.ts';

/** As many digits as the figure bears: `0.34`, `4.2`, `17`, `1,204`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en');
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** `12.3 (11.0–13.1)`, or the figure alone of one round. */
export function withRange({ least, median, most }: Spread): string {
  const [from, to] = [figure(least), figure(most)];
  return from === to ? figure(median) : `${figure(median)} (${from}–${to})`;
}

export function milliseconds(value: number | null): string {
  if (value === Infinity) return 'too long';
  return value === null ? '–' : `${figure(value)} ms`;
}
