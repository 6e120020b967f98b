import { z } from 'zod';
import { sessionEnds } from '../../workflows/office-server/office-server-types.ts';
import { oneLine } from '../complaints/complaint-request-schemas.ts';
import { idSchema } from '../http/id-schema.ts';
import { idempotencyKeyHeader } from '../http/idempotency-key.ts';
import { timeSchema } from '../http/time-schema.ts';

/** A working day; a lease is never longer. */
const minutes = z.int().min(1).max(480);

export const serverParams = z.strictObject({ id: idSchema });
export const sessionParams = z.strictObject({ id: idSchema, sessionId: idSchema });

export const serverQuery = z.strictObject({
  officeId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(500).optional(),
});

export const sessionRequestSchema = z
  .strictObject({
    complaintId: z.string().min(1).max(100).meta({ description: 'Id or number of a case that you have.' }),
    minutes: minutes.default(60).meta({ description: 'How long the session shall last from its grant.' }),
  })
  .meta({ id: 'SessionRequest', example: { complaintId: '261124-4F7KQ', minutes: 60 } });

export const extensionSchema = z
  .strictObject({
    minutes: minutes.meta({ description: 'Added to when the session ends; eight hours in all at most.' }),
  })
  .meta({ id: 'SessionExtension', example: { minutes: 30 } });

const reason = oneLine(1, 500).meta({ description: 'Why a supervisor ends it; its holder reads this.' });
export const endQuery = z.strictObject({ reason: reason.optional() });
export const endBody = z.strictObject({ reason: reason.optional() }).optional();

export const retryableHeaders = z.object({ 'idempotency-key': idempotencyKeyHeader.optional() });

const agentSchema = z.strictObject({ id: z.string(), name: z.string() });
const token = z.int().meta({ description: 'Fencing token: higher than that of every session before it here.' });

export const sessionSchema = z
  .strictObject({
    id: z.string(),
    serverId: z.string(),
    complaintId: z.string(),
    agent: agentSchema,
    state: z.enum(['granted', 'queued', 'ended']),
    minutes: z.int(),
    requestedAt: timeSchema,
    grantedAt: timeSchema.optional(),
    expiresAt: timeSchema.optional(),
    token: token.optional(),
    position: z.int().optional().meta({ description: 'Place in the queue, from 1; only while it waits.' }),
    holders: z
      .array(z.strictObject({ agent: agentSchema, complaintId: z.string(), until: timeSchema }))
      .optional()
      .meta({ description: 'Who is on the server, and until when; only while it waits.' }),
    endedAt: timeSchema.optional(),
    how: z.enum(sessionEnds).optional().meta({ description: 'How it ended.' }),
    endedBy: agentSchema.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ServerSession' });

export const sessionAnswerSchema = z.strictObject({ session: sessionSchema }).meta({ id: 'ServerSessionAnswer' });

const ofSetup = 'Only for those who set servers up.';

export const officeServerSchema = z
  .strictObject({
    id: z.string(),
    officeId: z.string(),
    name: z.string(),
    sessionLimit: z.int(),
    address: z.string().optional().meta({ description: ofSetup }),
    active: z.boolean().optional().meta({ description: ofSetup }),
    version: z
      .int()
      .optional()
      .meta({ description: `The ETag. ${ofSetup}` }),
    sessions: z.array(
      z
        .strictObject({
          id: z.string(),
          agent: agentSchema,
          complaintId: z.string(),
          grantedAt: timeSchema,
          expiresAt: timeSchema,
          token,
        })
        .meta({ id: 'LiveSession' }),
    ),
    queue: z.array(
      z
        .strictObject({
          id: z.string(),
          agent: agentSchema,
          complaintId: z.string(),
          position: z.int(),
          since: timeSchema,
        })
        .meta({ id: 'WaitingSession' }),
    ),
  })
  .meta({ id: 'OfficeServer' });

export const officeServersSchema = z
  .strictObject({ items: z.array(officeServerSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'OfficeServers' });
