/** Languages in which people are written to. */
export const languages = ['id', 'en'] as const;

export type Language = (typeof languages)[number];

/**
 * What people are told, and whom each is meant for: those who reported, the agent whom it concerns, the supervisors of
 * the desk. `mailedUnlessRefused` is what is also mailed to those who have chosen nothing: what somebody has to act on
 * without looking at the screen, and nothing that would fill a mailbox.
 */
export const notificationKinds = {
  assigned: { audience: 'submitter', mailedUnlessRefused: false },
  replied: { audience: 'submitter', mailedUnlessRefused: true },
  asked: { audience: 'submitter', mailedUnlessRefused: true },
  resolved: { audience: 'submitter', mailedUnlessRefused: true },
  reopened: { audience: 'submitter', mailedUnlessRefused: true },
  closed: { audience: 'submitter', mailedUnlessRefused: false },
  attached: { audience: 'submitter', mailedUnlessRefused: false },
  merged: { audience: 'submitter', mailedUnlessRefused: true },
  incidentJoined: { audience: 'submitter', mailedUnlessRefused: false },
  incidentResolved: { audience: 'submitter', mailedUnlessRefused: true },
  detached: { audience: 'submitter', mailedUnlessRefused: true },
  givenToYou: { audience: 'agent', mailedUnlessRefused: false },
  takenFromYou: { audience: 'agent', mailedUnlessRefused: false },
  reportAttached: { audience: 'agent', mailedUnlessRefused: false },
  submitterReplied: { audience: 'agent', mailedUnlessRefused: false },
  withdrawn: { audience: 'agent', mailedUnlessRefused: false },
  leaseGranted: { audience: 'agent', mailedUnlessRefused: false },
  leaseEnded: { audience: 'agent', mailedUnlessRefused: false },
  overdue: { audience: 'supervisor', mailedUnlessRefused: true },
  escalatedByDeadline: { audience: 'supervisor', mailedUnlessRefused: true },
  incidentOverdue: { audience: 'supervisor', mailedUnlessRefused: true },
  acknowledgementMissed: { audience: 'supervisor', mailedUnlessRefused: false },
} as const satisfies Record<string, { audience: 'submitter' | 'agent' | 'supervisor'; mailedUnlessRefused: boolean }>;

export type NotificationKind = keyof typeof notificationKinds;

export const notificationKindNames = Object.keys(notificationKinds) as NotificationKind[];

/** Kinds for which somebody has decided otherwise than `mailedUnlessRefused`. */
export type MailChoices = Partial<Record<NotificationKind, boolean>>;

/** Who is told: a person by id, or all supervisors of the case's desk. */
export type Recipient = { userId: string } | { supervisorsOf: string };

/** Somebody is to be told something. Ids only, never a text: what is not in it cannot leak. */
export interface Notice {
  kind: NotificationKind;
  recipient: Recipient;
  /** Whom the sentence names, if anybody: who got the case, or who lost it. */
  agentId: string | null;
  /** Two notices to one person with the same key are one: the entry's number, or what may be told only once. */
  key: string;
  /** What the key belongs to, if not the case: news of an incident are told once, however many of its cases one has. */
  about?: string;
}
