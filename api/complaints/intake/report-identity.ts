import { createHash, randomBytes } from 'node:crypto';

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The same person with the same Idempotency-Key means the same report; without a key every report is a new one. */
export function reportIdOf(actorId: string, idempotencyKey: string | undefined): string {
  return idempotencyKey === undefined
    ? randomBytes(16).toString('hex')
    : digestOf(['report', actorId, idempotencyKey]).slice(0, 32);
}

/** The same for what is done to a case: a repeated action is answered again, not done again. */
export function actionIdOf(action: {
  actorId: string;
  caseId: string;
  name: string;
  idempotencyKey: string | undefined;
}): string {
  const { actorId, caseId, name, idempotencyKey } = action;
  if (idempotencyKey === undefined) return randomBytes(16).toString('hex');
  return digestOf(['action', actorId, caseId, name, idempotencyKey]).slice(0, 32);
}

/** What the sender asked for, after validation: fields in any order and left-out defaults give the same hash. */
export interface ReportPayload {
  submitterId: string;
  systemId: string;
  serverId: string | null;
  category: string;
  title: string;
  description: string;
  attachmentIds: string[];
  attachTo?: { askedFor: string };
  incidentId?: string;
}

export function payloadHashOf(payload: ReportPayload): string {
  const { attachTo, incidentId, submitterId, systemId, serverId, category, title, description, attachmentIds } =
    payload;
  const parts = [submitterId, systemId, serverId, category, title, description, attachmentIds];
  const more = incidentId === undefined ? [] : [{ incidentId }];
  return digestOf(attachTo === undefined ? [...parts, ...more] : [...parts, attachTo.askedFor, ...more]);
}
