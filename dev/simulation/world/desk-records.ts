import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { SessionRecord } from '../../../workflows/office-server/office-server-types.ts';

type Heard<T> = (news: T, before: T | undefined) => void;

/** What a store would keep and people read: it lags behind, and an older version never replaces a newer one. */
export class DeskRecords {
  readonly cases = new Map<string, CaseView>();
  readonly sessions = new Map<string, SessionRecord>();
  /** The case that took a report in. */
  readonly placements = new Map<string, string>();
  readonly #closedCases = new Map<string, string>();
  readonly #caseReaders: Heard<CaseView>[] = [];
  readonly #sessionReaders: Heard<SessionRecord>[] = [];

  onCase(heard: Heard<CaseView>): void {
    this.#caseReaders.push(heard);
  }

  onSession(heard: Heard<SessionRecord>): void {
    this.#sessionReaders.push(heard);
  }

  place(reportId: string, caseId: string): void {
    if (!this.placements.has(reportId)) this.placements.set(reportId, caseId);
  }

  previousCaseId(fingerprint: string): string | null {
    return this.#closedCases.get(fingerprint) ?? null;
  }

  recordCase(view: CaseView): void {
    const before = this.cases.get(view.caseId);
    if (before && before.version >= view.version) return;
    this.cases.set(view.caseId, view);
    if (view.status === 'closed') this.#closedCases.set(view.fingerprint, view.caseId);
    for (const heard of this.#caseReaders) heard(view, before);
  }

  recordSession(record: SessionRecord): void {
    const before = this.sessions.get(record.sessionId);
    if (before && before.version >= record.version) return;
    this.sessions.set(record.sessionId, record);
    for (const heard of this.#sessionReaders) heard(record, before);
  }

  /** An agent's session is theirs only while this is so. */
  isWorkedOnBy(caseId: string, agentId: string): boolean {
    const view = this.cases.get(caseId);
    // What has not been recorded yet cannot have left anybody.
    return view === undefined || (view.agentId === agentId && workedOn.has(view.status));
  }
}

const workedOn = new Set(['assigned', 'inProgress', 'waitingOnSubmitter']);
