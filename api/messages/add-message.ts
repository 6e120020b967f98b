import { hasEnded } from '../../workflows/complaint/complaint-types.ts';
import { createHash, randomBytes } from 'node:crypto';
import type { Message } from '../../store/messages/message-repository.ts';
import { claimAttachments, demandFewAttachments, settleAttachments } from '../attachments/attachment-claim.ts';
import type { Actor } from '../auth/actor.ts';
import type { FoundCase } from '../complaints/complaint-lookup.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import { EngineUnavailable, Problem } from '../http/problem.ts';
import { tellCase } from './message-delivery.ts';
import type { NewMessage } from './message-schemas.ts';

export interface AddMessage {
  found: FoundCase;
  actor: Actor;
  body: NewMessage;
  idempotencyKey: string | undefined;
}

/** `told`: the case has it · `kept`: durable, and the sweeper tells the case later. */
export type AddedResult = { kind: 'told' | 'kept'; message: Message };

/** The same person with the same Idempotency-Key means the same message; without a key every message is a new one. */
function messageIdOf(actorId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomBytes(16).toString('hex');
  const parts = JSON.stringify(['message', actorId, idempotencyKey]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

function draftOf({ actor, body, found, idempotencyKey }: AddMessage, at: Date): Message {
  return {
    messageId: messageIdOf(actor.id, idempotencyKey),
    caseId: found.view.caseId,
    kind: body.kind,
    authorId: actor.id,
    authorRole: actor.role,
    text: body.text,
    at: at.toISOString(),
    attachmentIds: [...new Set(body.attachmentIds)],
    delivery: 'pending',
  };
}

function isSamePayload(one: Message, other: Message): boolean {
  const payload = ({ attachmentIds, caseId, kind, text }: Message) =>
    JSON.stringify([caseId, kind, text, attachmentIds]);
  return payload(one) === payload(other);
}

/** Durable before anything is answered; what was sent under this key before is answered again. */
async function keep(services: ComplaintServices, draft: Message, isEnded: boolean): Promise<Message> {
  const { messages } = services.store;
  const { attachmentIds = [], messageId } = draft;
  const before = (await messages.findMany([messageId]))[0];
  if (before === undefined) {
    if (isEnded) throw new Problem('case_closed');
    const owner = { kind: 'message', id: messageId } as const;
    await claimAttachments(services, { attachmentIds, actorId: draft.authorId, owner });
    if (await messages.insert(draft)) {
      await settleAttachments(services, attachmentIds);
      return draft;
    }
  }
  const kept = before ?? (await messages.findMany([messageId]))[0];
  if (kept === undefined) throw new Error(`message ${messageId} exists and cannot be found`);
  if (!isSamePayload(kept, draft)) throw new Problem('idempotency_key_reused');
  return kept;
}

async function deliver(services: ComplaintServices, found: FoundCase, message: Message): Promise<AddedResult> {
  const { messageId } = message;
  try {
    const outcome = await tellCase(services, found.view, message);
    const delivery = outcome === 'signalled' ? 'delivered' : 'refused';
    await services.store.messages.settle({ messageId, delivery });
    if (delivery === 'refused') throw new Problem('case_closed');
    return { kind: 'told', message };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { kind: 'kept', message };
  }
}

/**
 * Adds to the conversation of a case. The message is durable before its case is told; while Temporal cannot be reached
 * it waits for the sweeper.
 * @throws Problem case_closed, case_not_begun, idempotency_key_reused, unknown_attachment, too_many_attachments
 */
export async function addMessage(services: ComplaintServices, request: AddMessage): Promise<AddedResult> {
  const { found } = request;
  if (!found.begun) throw new Problem('case_not_begun', { headers: { 'Retry-After': '2' } });
  const draft = draftOf(request, services.clock());
  demandFewAttachments(draft.attachmentIds ?? [], services.attachmentsPerMessage);
  const message = await keep(services, draft, hasEnded(found.view));
  if (message.delivery === 'refused') throw new Problem('case_closed');
  if (message.delivery === 'delivered') return { kind: 'told', message };
  return deliver(services, found, message);
}
