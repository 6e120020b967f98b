import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import { findCase } from '../complaints/complaint-lookup.ts';
import { complaintParamsSchema } from '../complaints/complaint-request-schemas.ts';
import { complaintServices, type ComplaintServices } from '../complaints/complaint-services.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { addMessage } from './add-message.ts';
import { presentMessages } from './message-presenter.ts';
import {
  messageAnswerSchema,
  messageHeadersSchema,
  messagePageSchema,
  messageQuerySchema,
  newMessageSchema,
} from './message-schemas.ts';

const messagePlace = z.strictObject({ at: z.string(), messageId: z.string() });

const theCase =
  ({ store }: ComplaintServices) =>
  ({ actor, params }: { actor: Actor; params: { id: string } }) =>
    findCase(store, params.id, actor);

/** POST /v1/complaints/:id/messages */
function postMessage(services: ComplaintServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/complaints/:id/messages',
    operationId: 'addMessage',
    summary: 'Reply to the people of a case, or note something for staff',
    description:
      'A reply of staff goes to every reporter of the case, one of a submitter to staff alone. A reply of the submitter ' +
      'resumes a case that waits for it.',
    tag: 'Messages',
    access: { action: 'message.write', visibleBy: 'case.read', resource: theCase(services) },
    request: { params: complaintParamsSchema, headers: messageHeadersSchema, body: newMessageSchema },
    responses: {
      201: { description: 'Added.', body: messageAnswerSchema },
      202: { description: 'Kept safely; it is entered in the timeline soon.', body: messageAnswerSchema },
    },
    problems: [
      ...(['not_found', 'case_closed', 'case_not_begun', 'idempotency_key_reused'] as const),
      ...(['unknown_attachment', 'too_many_attachments'] as const),
    ],
  }).handle(async ({ actor, body, headers, resource }) => {
    if (body.kind === 'note' && !can(actor, 'message.note', resource)) throw new Problem('forbidden');
    const request = { found: resource, actor, body, idempotencyKey: headers['idempotency-key'] };
    const added = await addMessage(services, request);
    const [message] = await presentMessages(services, [added.message]);
    if (message === undefined) throw new Error('a message cannot be shown');
    return { status: added.kind === 'told' ? 201 : 202, body: { message } };
  });
}

/** GET /v1/complaints/:id/messages */
function listMessages(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/complaints/:id/messages',
    operationId: 'listMessages',
    summary: 'The conversation of a case, oldest first',
    description: 'Staff see all of it; a submitter what staff replied and what they wrote themselves, and no notes.',
    tag: 'Messages',
    access: { action: 'message.read', visibleBy: 'case.read', resource: theCase(services) },
    request: { params: complaintParamsSchema, query: messageQuerySchema },
    responses: { 200: { description: 'A page of messages.', body: messagePageSchema } },
    problems: ['not_found', 'invalid_cursor'],
  }).handle(async ({ actor, query, resource }) => {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, messagePlace);
    const submitterId = can(actor, 'case.readInternal', resource) ? null : actor.id;
    const page = { caseId: resource.view.caseId, submitterId, limit: query.limit + 1, ...(after ? { after } : {}) };
    const found = await services.store.messages.conversation(page);
    const shown = found.slice(0, query.limit);
    const last = found.length > query.limit ? shown.at(-1) : undefined;
    const next = last ? { nextCursor: encodeCursor({ at: last.at, messageId: last.messageId }) } : {};
    return { status: 200, body: { items: await presentMessages(services, shown), ...next } };
  });
}

export function messageOperations(deps: Pick<ApiDeps, 'store' | 'engine' | 'settings' | 'clock'>): Operation[] {
  const services = complaintServices(deps);
  return [postMessage(services), listMessages(services)];
}
