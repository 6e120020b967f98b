import type { CaseStatus } from '../complaint/complaint-types.ts';

/** Arguments of the workflow that has a desk's running deadlines planned again. */
export interface ReplanningInput {
  deskId: string;
}

/** How far a walk through a desk's open cases has come: the status that is being listed, and the last case of a page. */
export interface ReplanningPlace {
  status: CaseStatus;
  after: { createdAt: string; caseId: string } | null;
}
