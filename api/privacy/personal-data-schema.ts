import { z } from 'zod';
import { accountSchema } from '../admin/user-schemas.ts';
import { timeSchema } from '../http/time-schema.ts';

const id = z.string();
const maybeTime = timeSchema.nullable();
const caseFields = { id, number: z.string(), createdAt: timeSchema };

export const personalDataSchema = z
  .strictObject({
    account: accountSchema,
    mail: z.strictObject({ language: z.string().nullable(), choices: z.record(z.string(), z.unknown()) }),
    secondFactorSince: maybeTime,
    sessions: z.array(
      z.strictObject({
        ...{ browser: z.string().nullable(), system: z.string().nullable() },
        ...{ createdAt: timeSchema, lastSeenAt: maybeTime, expiresAt: timeSchema },
      }),
    ),
    tokens: z.array(z.strictObject({ name: z.string(), createdAt: timeSchema, expiresAt: maybeTime })),
    reports: z
      .array(
        z.strictObject({
          ...{ id, number: z.string(), complaintId: z.string().nullable(), submitterId: id, enteredById: id },
          ...{ systemId: id, category: z.string(), title: z.string(), description: z.string(), receivedAt: timeSchema },
        }),
      )
      .meta({ description: 'Their own, and those that they typed for somebody else.' }),
    messages: z.array(z.strictObject({ id, complaintId: id, kind: z.string(), text: z.string(), at: timeSchema })),
    attachments: z.array(
      z.strictObject({ id, fileName: z.string(), mediaType: z.string(), size: z.int(), uploadedAt: timeSchema }),
    ),
    notifications: z.array(
      z.strictObject({ id, kind: z.string(), number: z.string(), at: timeSchema, readAt: maybeTime }),
    ),
    complaints: z
      .array(z.strictObject({ ...caseFields, scores: z.array(z.int()) }))
      .meta({ description: 'Cases that they reported, with how they rated them.' }),
    assigned: z
      .array(z.strictObject(caseFields))
      .meta({ description: 'Cases that are with them, or were at the end.' }),
    availability: z
      .strictObject({ availability: z.string(), turns: z.int(), openCases: z.int() })
      .nullable()
      .meta({ description: 'Of an agent on a roster.' }),
    openPages: z
      .array(z.strictObject({ complaintId: id, seenAt: timeSchema }))
      .meta({ description: 'Which cases they had open; kept for a day.' }),
  })
  .meta({ id: 'PersonalData', description: 'Without secrets and their hashes.' });

export type PersonalData = z.input<typeof personalDataSchema>;
