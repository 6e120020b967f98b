/**
 * Why an action was refused; nothing was changed. The code is also the `type` of the ApplicationFailure that a refused
 * update carries, with the whole refusal as its first detail.
 */
export const refusalCodes = [
  /** The actor is neither the case's agent nor a supervisor. */
  'NotAssigned',
  /** The actor was the case's agent; it has moved on to somebody else since. */
  'CaseMovedOn',
  /** The case's status does not allow it. */
  'IllegalInStatus',
  /** Tier 2 has nobody to escalate to. */
  'NoHigherTier',
  /** The report is not in the case: on its way there, elsewhere, or detached already. */
  'ReportNotInCase',
  /** The report has opened this case, or one that was merged into it. */
  'ReportOpenedCase',
  /** It is so already. */
  'NothingChanged',
  /** The case has changed since the version that the actor saw. */
  'VersionMismatch',
  /** The message is not of the form that it should have. */
  'Malformed',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  code: RefusalCode;
  status: string;
  agentId: string | null;
  version: number;
}
