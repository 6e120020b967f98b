/** A case has gone from an agent, or has ended: what the agent held or waited for on its behalf ends too. */
export interface CaseLeft {
  caseId: string;
  /** Null: whoever had a session for it. */
  agentId: string | null;
  /** The case's version that tells of it. A session that was asked for in view of this version or a later one stays. */
  caseVersion: number;
}
