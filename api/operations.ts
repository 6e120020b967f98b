import { adminOperations } from './admin/admin-operations.ts';
import type { ApiDeps } from './api-deps.ts';
import { agentOperations } from './agents/agent-operations.ts';
import { attachmentOperations } from './attachments/attachment-operations.ts';
import { complaintOperations } from './complaints/complaint-operations.ts';
import { deskOperations } from './desks/desk-operations.ts';
import { eventOperations } from './events/event-operations.ts';
import { exportOperations } from './exchange/export-operations.ts';
import { importOperations } from './exchange/import-operations.ts';
import { figureOperations } from './figures/figure-operations.ts';
import { healthOperations } from './health/health-operations.ts';
import type { ApiMetrics } from './health/request-metrics.ts';
import type { Operation } from './http/operation.ts';
import { incidentOperations } from './incidents/incident-operations.ts';
import { mailTestOperations } from './mail-test/mail-test-operations.ts';
import { notificationOperations } from './notifications/notification-operations.ts';
import { messageOperations } from './messages/message-operations.ts';
import { buildOpenApiDocument } from './openapi/openapi-document.ts';
import { openApiOperations } from './openapi/openapi-operations.ts';
import { officeServerOperations } from './office-servers/office-server-operations.ts';
import { presenceOperations } from './presence/presence-operations.ts';
import { privacyOperations } from './privacy/privacy-operations.ts';
import { rotationOperations } from './rotations/rotation-operations.ts';
import { codecOperations } from './payload-codec/codec-operations.ts';
import { passwordOperations } from './session/password-operations.ts';
import { savedReplyOperations } from './saved-replies/saved-reply-operations.ts';
import { oidcOperations } from './session/oidc/oidc-operations.ts';
import { secondFactorOperations } from './session/second-factor/second-factor-operations.ts';
import { sessionListOperations } from './session/session-list-operations.ts';
import { sessionOperations } from './session/session-operations.ts';
import { createSignInThrottle } from './session/sign-in-throttle.ts';
import { tokenOperations } from './tokens/token-operations.ts';
import { webhookOperations } from './webhooks/webhook-operations.ts';

/** Everything that the API can do: routes, and the OpenAPI document, come from this list. */
export function apiOperations(deps: ApiDeps, metrics: ApiMetrics): Operation[] {
  // One for all that asks for a password: guessing in one place counts in the others.
  const throttle = createSignInThrottle(deps.clock);
  let document: Record<string, unknown> | null = null;
  const operations: Operation[] = [
    ...sessionOperations(deps, throttle),
    ...sessionListOperations(deps),
    ...oidcOperations(deps),
    ...secondFactorOperations(deps, throttle),
    ...tokenOperations(deps),
    ...passwordOperations(deps, throttle),
    ...complaintOperations(deps),
    ...privacyOperations(deps),
    ...presenceOperations(deps),
    ...messageOperations(deps),
    ...attachmentOperations(deps),
    ...savedReplyOperations(deps),
    ...incidentOperations(deps),
    ...deskOperations(deps),
    ...rotationOperations(deps),
    ...officeServerOperations(deps),
    ...agentOperations(deps),
    ...adminOperations(deps),
    ...notificationOperations(deps),
    ...eventOperations(deps),
    ...webhookOperations(deps),
    ...codecOperations(deps),
    ...mailTestOperations(deps),
    ...figureOperations(deps),
    ...importOperations(deps),
    ...exportOperations(deps),
    ...healthOperations(deps, metrics),
    ...openApiOperations(() => (document ??= buildOpenApiDocument(operations))),
  ];
  return operations;
}
