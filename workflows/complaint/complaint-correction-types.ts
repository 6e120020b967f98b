import type { CaseFacts, CaseLink } from './case-reference-types.ts';

/** What of a case can be corrected; the desk follows from the system. */
export type CorrectableFacts = Pick<CaseFacts, 'deskId' | 'systemId' | 'serverId' | 'category'>;

export interface Correction {
  /** As whoever corrects saw it: of two who correct at once, the second looks again. */
  from: CorrectableFacts;
  to: CorrectableFacts;
  /** Of the first report's words with the corrected facts. */
  fingerprint: string;
}

/** What a case knows of the fingerprints that lead to it. Part of its state; absent until it is corrected. */
export interface LeadingFingerprints {
  /** What it was about when it was opened: that fingerprint stands in its workflow ID. */
  openedAs?: CaseFacts;
  /** All that lead here: what it was opened as, what it is, what it was in between, and what it is about to be. */
  fingerprints?: string[];
  /** What runs under those fingerprints and sends reports on: to this case, or where it goes on when it is merged. */
  correctionForwarders?: CaseLink[];
}

/** Arguments of the workflow that sends reports under a corrected fingerprint on to their case. */
export interface CorrectionForwarderInput {
  /** What a case of its own would be about, should the one that it leads to have ended. */
  facts: CaseFacts;
  into: CaseLink;
}
