import type { CaseCandidate } from '../../workflows/complaint/complaint-types.ts';

/**
 * One submission as it came in. Its words never change; `placedCaseId` changes once, from null, by the case's own workflow,
 * and again only if that case gives the report away.
 */
export interface Report {
  reportId: string;
  submitterId: string;
  /** Who typed it, when an agent did it on behalf of the submitter; else the submitter. */
  enteredById: string;
  deskId: string;
  officeId: string;
  systemId: string;
  serverId: string | null;
  category: string;
  title: string;
  description: string;
  attachmentIds: string[];
  /** The incident that its sender says it belongs to, if any. */
  incidentId?: string;
  fingerprint: string;
  /** SHA-256 of the payload: the same Idempotency-Key with another payload is refused. */
  payloadHash: string;
  candidate: CaseCandidate;
  /** ISO 8601 UTC */
  receivedAt: string;
  placedCaseId: string | null;
  /** Its sender added it to a running case that they were shown. Absent: no. */
  knowingly?: boolean;
  /** Cases that have given it away: none of them takes it again. */
  detachedFromIds?: string[];
}

/** A report leaves the case that it is placed in, or on its way to: `fromCaseIds`, that case and those merged into it. */
interface ReportDetachment {
  reportId: string;
  fromCaseIds: string[];
  /** Under which it goes on, never one that leads back. */
  fingerprint: string;
}

export type ReportInsert = 'inserted' | 'reportExists' | 'numberTaken';

export interface ReportRepository {
  /** Arbitrates by two unique indexes: the report's id and the candidate's number. */
  insert(report: Report): Promise<ReportInsert>;
  find(reportId: string): Promise<Report | null>;
  /** Records which case took the report in. Repeating it, or naming an unknown report, changes nothing. */
  place(placement: { reportId: string; caseId: string }): Promise<void>;
  /** Has it wait for another case, unless it is placed elsewhere. Repeating it changes nothing. */
  detach(detachment: ReportDetachment): Promise<void>;
  /** The report that carried this candidate, by case id or number: a case that may not be in the read model yet. */
  findByCandidate(caseIdOrNumber: string): Promise<Report | null>;
  /** In order of receipt. */
  ofCase(caseId: string): Promise<Report[]>;
  /** What one person has sent about one problem, placed or not, in order of receipt. */
  ofSubmitter(key: { submitterId: string; fingerprint: string }): Promise<Report[]>;
  /** When one person sent reports about one problem, from `since` and before `until` (ISO 8601 UTC), oldest first. */
  timesOfSubmitter(query: {
    submitterId: string;
    fingerprint: string;
    since: string;
    until: string;
  }): Promise<string[]>;
  /** Ids of the reports that were added to a case knowingly, received by a desk on one day (YYYY-MM-DD, UTC). */
  knowinglyAttached(key: { deskId: string; day: string }): Promise<string[]>;
  /** What one person has sent, or has typed for somebody else, in order of receipt. */
  ofPerson(userId: string): Promise<Report[]>;
  /** Puts `words` in place of its title and description, for good. Repeating it changes nothing. */
  blank(report: { reportId: string; words: string }): Promise<void>;
  /** Reports that no case has taken in yet and that were received before `before` (ISO 8601 UTC), oldest first. */
  unplaced(query: { before: string; limit: number }): Promise<Report[]>;
}
