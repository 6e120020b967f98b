/** What has versions of its own, then what is only noted: secrets, orders to a rotation, test mails. */
export const changeKinds = [
  ...(['user', 'office', 'system', 'officeServer', 'desk', 'webhook'] as const),
  ...(['password', 'secondFactor', 'token', 'webhookSecret'] as const),
  ...(['availability', 'capacity', 'roster', 'mailTest', 'personalData'] as const),
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** What changed can be any row without secrets. */
type Snapshot = Record<string, unknown>;

/** One change of the set-up: the audit, and what decides which of two racing writers was first. */
export interface ChangeDraft {
  kind: ChangeKind;
  subjectId: string;
  /** 1..n for each subject; unique, so that each version has one author. */
  version: number;
  /** ISO 8601 UTC */
  at: string;
  actorId: string;
  action: string;
  /** Null for what was created. */
  before: Snapshot | null;
  /** Null for what was deleted. */
  after: Snapshot | null;
}

/** A change in its place. Its chain: see change-chain.ts. */
export interface Change extends ChangeDraft {
  /** 1..n without a gap over all changes. */
  no: number;
  /** SHA-256, hex, over the predecessor's hash and all of this but what was before and after. */
  hash?: string;
  /** SHA-256, hex, over the salt and what was before and after: those can go, and the chain still holds. */
  contentHash?: string;
  /** Random, so that nobody finds out by guessing what was erased. Goes with it. */
  salt?: string;
}

export interface ChangeFilter {
  kind?: ChangeKind;
  subjectId?: string;
  actorId?: string;
}

export interface ChangePage {
  /** Changes beyond this number, in the direction of the list; without it from its beginning. */
  after?: number;
  limit: number;
  newestFirst?: boolean;
}

export interface ChangeRepository {
  /** Gives the change the next number, and chains it to its predecessor. False: this version of the subject is taken; nothing is written. */
  append(change: ChangeDraft): Promise<boolean>;
  /** The last change of a subject. */
  latest(subject: { kind: ChangeKind; subjectId: string }): Promise<Change | null>;
  /**
   * Takes away for good what was before and after in the versions of a subject below `below`; the chain holds. For people
   * who are to be forgotten, and only for them. Repeating it changes nothing.
   */
  erase(subject: { kind: ChangeKind; subjectId: string; below: number }): Promise<void>;
  list(filter: ChangeFilter, page: ChangePage): Promise<Change[]>;
}
