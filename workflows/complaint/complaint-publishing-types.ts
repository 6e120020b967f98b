import type { CaseNews, CaseView } from './complaint-types.ts';

/** What a case has become, and what of it has not been told to the world yet. */
export interface CaseRecord extends CaseNews {
  view: CaseView;
}

/** What a case wants to know of news that it gave away some time ago. */
export interface PublishedQuestion {
  caseId: string;
  officeId: string;
  version: number;
  /** Numbers of the timeline's entries. */
  entryNos: number[];
  leavingAgentIds: string[];
}
