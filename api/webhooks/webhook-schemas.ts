import { z } from 'zod';
import { timeSchema } from '../http/time-schema.ts';

const url = z.url().max(500).meta({ description: 'https; in development http to this machine too.' });
const event = z.string().regex(/^(\*|[a-z][A-Za-z]{1,40})$/, 'assigned');
const events = z
  .array(event)
  .min(1)
  .max(50)
  .meta({ description: 'Types of timeline entries (assigned, resolved, …), or `*` for all.' });
const description = z.string().trim().max(200);

export const webhookRequestSchema = z
  .strictObject({ url, events, description: description.default('') })
  .meta({ id: 'WebhookRequest', example: { url: 'https://sistem.example/kait', events: ['assigned', 'resolved'] } });

export const webhookChangeSchema = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    description: description.optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: 'WebhookChange', example: { active: false } });

const webhookFields = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  description: z.string(),
  active: z.boolean(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  version: z.int().meta({ description: 'Rises with each change, a new secret excepted; the ETag.' }),
};

export const webhookSchema = z.strictObject(webhookFields).meta({ id: 'Webhook' });

export const webhookSecretSchema = z
  .strictObject({
    ...webhookFields,
    secret: z.string().meta({
      description: 'Shown this once. `Giliran-Signature: t=…,v1=…` is the HMAC-SHA256 of `t.body` with it.',
    }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const webhookListSchema = z.strictObject({ items: z.array(webhookSchema) }).meta({ id: 'WebhookList' });

export const deliverySchema = z
  .strictObject({
    id: z.string(),
    event: z.string(),
    complaintId: z.string(),
    state: z.enum(['due', 'delivered', 'failed']),
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    createdAt: timeSchema,
    lastAttemptAt: timeSchema.nullable(),
    body: z.string().meta({ description: 'What is sent, to the byte.' }),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveryPageSchema = z
  .strictObject({ items: z.array(deliverySchema), nextCursor: z.string().optional() })
  .meta({ id: 'WebhookDeliveryPage' });

export const deliveryQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
