import type { Tier } from './tier.ts';

/** The ID of the one running case of a problem: the same fingerprint in the same office leads here. */
export function complaintWorkflowId(key: { officeId: string; fingerprint: string }): string {
  return `complaint:${key.officeId}:${key.fingerprint}`;
}

/** The ID of the singleton that deals the turns of one tier of a desk. */
export function rotationWorkflowId(key: { deskId: string; tier: Tier }): string {
  return `rotation:${key.deskId}:${key.tier}`;
}

/** The ID of the singleton that leases the sessions of an office's own server. */
export function officeServerWorkflowId(key: { officeId: string; serverId: string }): string {
  return `office-server:${key.officeId}:${key.serverId}`;
}

/** The ID of one incident; its timeline stands under it too. */
export function incidentWorkflowId(key: { incidentId: string }): string {
  return `incident:${key.incidentId}`;
}

/** The idempotency key of one request for a turn. */
export function turnRequestId(key: { caseId: string; tier: Tier; attempt: number }): string {
  return `${key.caseId}/${key.tier}/${key.attempt}`;
}

/** The ID of what sends the mail of one notification. */
export function mailingWorkflowId(notificationId: string): string {
  return `mailing:${notificationId}`;
}

/** The ID of what takes one piece of news to a webhook. */
export function webhookDeliveryWorkflowId(deliveryId: string): string {
  return `webhook-delivery:${deliveryId}`;
}

/** The ID of what has the running deadlines of a desk planned again. */
export function replanningWorkflowId(key: { deskId: string }): string {
  return `replanning:${key.deskId}`;
}
