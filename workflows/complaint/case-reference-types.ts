/** The identity a report would give to a new case; drawn at intake, unique, and adopted if the report opens one. */
export interface CaseCandidate {
  caseId: string;
  /** What people read aloud, for instance `261124-4F7KQ`. */
  number: string;
}

/** One submission, by reference: its text lives in the store. */
export interface ReportRef {
  reportId: string;
  submitterId: string;
  /** ISO 8601 UTC */
  receivedAt: string;
  title: string;
  candidate: CaseCandidate;
}

/** What a case is about. Two reports with equal facts have equal fingerprints and meet in one case. */
export interface CaseFacts {
  deskId: string;
  officeId: string;
  systemId: string;
  serverId: string | null;
  category: string;
  title: string;
  fingerprint: string;
}

/** A case as another case knows it. */
export interface CaseLink {
  caseId: string;
  number: string;
  workflowId: string;
}
