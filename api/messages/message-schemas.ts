import { z } from 'zod';
import { conversationKinds } from '../../store/messages/message-repository.ts';
import { attachmentSchema } from '../attachments/attachment-schemas.ts';
import { attachmentIdsSchema, manyLines } from '../complaints/complaint-request-schemas.ts';
import { idempotencyKeyHeader } from '../http/idempotency-key.ts';

export const newMessageSchema = z
  .strictObject({
    kind: z.enum(conversationKinds).describe('A reply goes to the reporters of the case, a note only to staff'),
    text: manyLines(10_000),
    attachmentIds: attachmentIdsSchema.optional(),
  })
  .meta({ id: 'NewMessage', example: { kind: 'reply', text: 'Silakan coba masuk sekali lagi.' } });

export type NewMessage = z.output<typeof newMessageSchema>;

export const messageHeadersSchema = z.object({ 'idempotency-key': idempotencyKeyHeader.optional() });

export const messageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(500).optional(),
});

const messageSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(conversationKinds),
    author: z.strictObject({ id: z.string(), name: z.string() }),
    text: z.string(),
    at: z.iso.datetime({ precision: 3 }),
    attachments: z.array(attachmentSchema),
  })
  .meta({ id: 'Message' });

export type PresentedMessage = z.input<typeof messageSchema>;

export const messageAnswerSchema = z.strictObject({ message: messageSchema }).meta({ id: 'MessageAnswer' });

export const messagePageSchema = z
  .strictObject({ items: z.array(messageSchema), nextCursor: z.string().optional() })
  .meta({ id: 'MessagePage' });
