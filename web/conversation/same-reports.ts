import type { Schemas } from '../api/client.ts';

type Report = Schemas['Report'];

/** Without what does not make it another problem: capitals, punctuation, blanks. */
const wordsOf = ({ title, description }: Report): string =>
  `${title}\n${description}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Reports that say something, the first of them first; each with those that only say it again. */
export function withoutRepeats(reports: readonly Report[]): { report: Report; again: Report[] }[] {
  const told = new Map<string, { report: Report; again: Report[] }>();
  for (const report of reports.toSorted((one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt))) {
    const words = wordsOf(report);
    const first = told.get(words);
    // A file says something new.
    if (first && report.attachments.length === 0) first.again.push(report);
    else told.set(first ? report.id : words, { report, again: [] });
  }
  return [...told.values()];
}
