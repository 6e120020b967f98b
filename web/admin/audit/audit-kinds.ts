import type { Schemas } from '../../api/client.ts';

type Entry = Schemas['AuditEntry'];
export type AuditKind = Entry['kind'];

export const auditKinds: readonly AuditKind[] = [
  ...(['desk', 'office', 'officeServer', 'system', 'user', 'password', 'secondFactor', 'token'] as const),
  ...(['availability', 'capacity', 'roster', 'webhook', 'webhookSecret', 'mailTest', 'personalData'] as const),
];

/** What was done, in the words that there are. */
const auditActions = [
  ...(['created', 'changed', 'imported', 'deleted', 'deactivated', 'reactivated'] as const),
  ...(['reset', 'renewed', 'revoked', 'asked', 'taken', 'enabled', 'disabled', 'anonymised', 'read'] as const),
  ...(['sent', 'refused', 'unreachable'] as const),
] as const;

type AuditAction = (typeof auditActions)[number];

export function actionOf({ action }: Pick<Entry, 'action'>): AuditAction {
  return auditActions.find((each) => each === action) ?? 'changed';
}
