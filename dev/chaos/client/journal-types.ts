/** One try of a submission as its client saw it. `status` is null when no answer came. Times are epoch milliseconds. */
export interface Attempt {
  sentAt: number;
  endedAt: number;
  status: number | null;
  code?: string;
  caseId?: string;
  reportId?: string;
  trouble?: string;
}

/** One submission, with all its tries. What must come of it: taken in, refused, or (without a key) whatever was said. */
export interface JournalEntry {
  entryId: string;
  username: string;
  key: string | null;
  payloadHash: string;
  expects: 'taken' | 'refused' | 'asAnswered';
  attempts: Attempt[];
}

export function isTaken({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300;
}
