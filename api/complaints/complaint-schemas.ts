import { z } from 'zod';
import { caseStatuses } from '../../workflows/complaint/complaint-types.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { ifMatchHeader } from '../http/entity-tag.ts';
import { idempotencyKeyHeader } from '../http/idempotency-key.ts';

const instant = z.iso.datetime({ precision: 3 });
const named = z.strictObject({ id: z.string(), name: z.string() });

export const reportSchema = z
  .strictObject({
    id: z.string(),
    submitter: named,
    title: z.string(),
    description: z.string(),
    receivedAt: instant,
  })
  .meta({ id: 'Report', description: 'One submission, as staff see it' });

/** A case as the API shows it; what only staff see is optional. */
export const complaintSchema = z.strictObject({
  id: z.string(),
  number: z.string().describe('What people read aloud, for instance 261124-4F7KQ; stands for the id in every path'),
  status: z.enum(caseStatuses),
  tier: z.enum(tiers),
  deskId: z.string(),
  office: named,
  system: named,
  server: named.optional(),
  category: z.string(),
  title: z.string().describe("For submitters the title of their own report, never another's"),
  agent: named.nullable(),
  reportCount: z.int().min(1),
  attempt: z.int().min(0),
  overdue: z.boolean(),
  acknowledgeBy: instant.nullable(),
  resolveBy: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int().min(0).describe('Grows with every change; 0 until the case has begun. Also the ETag'),
  resolution: z.string().optional().describe('How it was resolved, while it is'),
  previousId: z.string().optional().describe('The closed case of the same problem before this one; staff only'),
  reports: z.array(reportSchema).optional().describe('Staff only'),
  workflow: z
    .strictObject({ id: z.string(), runId: z.string(), url: z.string() })
    .optional()
    .describe('Where the case runs in Temporal; staff only'),
});

export type Complaint = z.input<typeof complaintSchema>;

// Control characters, line separators, and marks that turn the direction of what follows them.
const notInOneLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
// Line breaks and tabs are text; other control characters are not.
const notInText = /(?![\n\r\t])\p{Cc}/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

const oneLine = (minimum: number, maximum: number) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine((text) => !notInOneLine.test(text), { params: { fault: 'control_character' } })
    .refine((text) => visible.test(text), { params: { fault: 'nothing_visible' } });

const manyLines = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => !notInText.test(text), { params: { fault: 'control_character' } })
    .refine((text) => visible.test(text), { params: { fault: 'nothing_visible' } });

export const idSchema = z.string().min(1).max(100);

export const newComplaintSchema = z.strictObject({
  systemId: idSchema,
  serverId: idSchema.nullish(),
  category: oneLine(1, 80),
  title: oneLine(3, 200),
  description: manyLines(10_000),
  attachmentIds: z.array(idSchema).max(10).optional(),
  onBehalfOf: idSchema.optional().describe('Agents only: the submitter whose complaint this is'),
});

export type NewComplaint = z.output<typeof newComplaintSchema>;

export const submissionAnswerSchema = z.strictObject({
  complaint: complaintSchema,
  report: z.strictObject({ id: z.string(), receivedAt: instant }),
  duplicate: z.boolean().describe('The same problem is being handled already; this report was added to it'),
  advice: z.string().optional().describe("In the caller's language: who has it, and that resending does not help"),
});

export type SubmissionAnswer = z.input<typeof submissionAnswerSchema>;

export const complaintAnswerSchema = z.strictObject({ complaint: complaintSchema });

export const complaintPageSchema = z.strictObject({
  items: z.array(complaintSchema),
  nextCursor: z.string().optional(),
});

const cursor = z.string().min(1).max(500).optional();
const limit = (standard: number) => z.coerce.number().int().min(1).max(100).default(standard);

export const complaintQuerySchema = z.strictObject({
  status: z.enum(caseStatuses).optional(),
  agentId: idSchema.optional(),
  officeId: idSchema.optional(),
  systemId: idSchema.optional(),
  deskId: idSchema.optional(),
  tier: z.enum(tiers).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  receivedOn: z.iso.date().optional().describe('A day in UTC'),
  from: z.iso.datetime({ offset: true }).optional().describe('Inclusive'),
  to: z.iso.datetime({ offset: true }).optional().describe('Exclusive'),
  q: z.string().trim().max(200).optional().describe('Words in number or title'),
  limit: limit(25),
  cursor,
});

export type ComplaintQuery = z.output<typeof complaintQuerySchema>;

export const timelineQuerySchema = z.strictObject({ limit: limit(100), cursor });

export const timelinePageSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      no: z.int().min(1).describe('1, 2, 3 … without a gap'),
      type: z.string(),
      at: instant,
      actor: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
      data: z.record(z.string(), z.unknown()),
      hash: z.string().optional().describe('SHA-256 over this entry as recorded and its predecessor; staff only'),
    }),
  ),
  nextCursor: z.string().optional(),
});

export const complaintParamsSchema = z.strictObject({ id: z.string().min(1).max(100) });

export const resolutionSchema = z.strictObject({ resolution: manyLines(10_000) });
export const escalationSchema = z.strictObject({ reason: manyLines(2_000) });

const idempotencyKey = idempotencyKeyHeader.optional();

export const submissionHeadersSchema = z.object({ 'idempotency-key': idempotencyKey });

export const actionHeadersSchema = z.object({
  'idempotency-key': idempotencyKey,
  'if-match': ifMatchHeader.optional(),
});
