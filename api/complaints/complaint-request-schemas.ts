import { z } from 'zod';
import { caseStatuses } from '../../workflows/complaint/complaint-types.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { ifMatchHeader } from '../http/entity-tag.ts';
import { idempotencyKeyHeader } from '../http/idempotency-key.ts';

// Control characters, line separators, and marks that turn the direction of what follows them.
const notInOneLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
// Line breaks and tabs are text; other control characters are not.
const notInText = /(?![\n\r\t])\p{Cc}/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

export const oneLine = (minimum: number, maximum: number) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine((text) => !notInOneLine.test(text), { params: { fault: 'control_character' } })
    .refine((text) => visible.test(text), { params: { fault: 'nothing_visible' } });

export const manyLines = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => !notInText.test(text), { params: { fault: 'control_character' } })
    .refine((text) => visible.test(text), { params: { fault: 'nothing_visible' } });

const idSchema = z.string().min(1).max(100);

/** How many there may really be is a setting of the installation. */
export const attachmentIdsSchema = z.array(idSchema).max(50).describe('Own uploads that are with nothing yet');

export const newComplaintSchema = z
  .strictObject({
    systemId: idSchema,
    serverId: idSchema.nullish(),
    category: oneLine(1, 80),
    title: oneLine(3, 200),
    description: manyLines(10_000),
    attachmentIds: attachmentIdsSchema.optional(),
    incidentId: idSchema.optional().describe('The submitter says: it is this incident. A new case then waits with it'),
    onBehalfOf: idSchema.optional().describe('Agents only: the submitter whose complaint this is'),
  })
  .meta({
    id: 'NewComplaint',
    example: {
      systemId: 'sipd',
      serverId: 'srv-123',
      category: 'login',
      title: 'Tidak bisa masuk SIPD',
      description: 'Setelah kata sandi, halaman kembali ke awal.',
    },
  });

export type NewComplaint = z.output<typeof newComplaintSchema>;

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
  incidentId: idSchema.optional(),
  q: z.string().trim().max(200).optional().describe('Words in number or title'),
  limit: limit(25),
  cursor,
});

export type ComplaintQuery = z.output<typeof complaintQuerySchema>;

export const timelineQuerySchema = z.strictObject({ limit: limit(100), cursor });

export const complaintParamsSchema = z.strictObject({ id: z.string().min(1).max(100) });

export const resolutionSchema = z
  .strictObject({ resolution: manyLines(10_000) })
  .meta({ id: 'Resolution', example: { resolution: 'Sandi sudah diatur ulang.' } });
export const escalationSchema = z
  .strictObject({ reason: manyLines(2_000) })
  .meta({ id: 'Escalation', example: { reason: 'Perlu sesi di server kantor.' } });

export const questionSchema = z
  .strictObject({ message: manyLines(10_000) })
  .meta({ id: 'Question', example: { message: 'Sejak kapan, dan di menu apa?' } });
export const reassignmentSchema = z
  .strictObject({
    agentId: idSchema.optional().describe('Without it, the next in turn'),
    reason: manyLines(2_000),
  })
  .meta({ id: 'Reassignment', example: { reason: 'Petugas sedang rapat.' } });
export const mergeSchema = z
  .strictObject({ intoId: idSchema.describe('Id or number of the case that goes on') })
  .meta({ id: 'Merge', example: { intoId: '261124-4F7KQ' } });
export const reasonSchema = z
  .strictObject({ reason: manyLines(2_000) })
  .meta({ id: 'Reason', example: { reason: 'Masalahnya muncul lagi.' } });
export const detachmentSchema = z
  .strictObject({
    reportId: idSchema.describe('One of the reports of the case, not one that opened a case'),
    reason: manyLines(2_000).optional(),
  })
  .meta({ id: 'Detachment', example: { reportId: '0f6c1e9a4b7d', reason: 'Masalah lain.' } });
export const correctionSchema = z
  .strictObject({
    systemId: idSchema.optional().describe('A system of another desk hands the case to the rotation of that desk'),
    serverId: idSchema.nullish().describe('null: none'),
    category: oneLine(1, 80).optional(),
    reason: manyLines(2_000),
  })
  .meta({ id: 'Correction', example: { systemId: 'simpeg', reason: 'Yang dimaksud SIMPEG.' } });
export const ratingSchema = z
  .strictObject({ score: z.int().min(1).max(5), comment: manyLines(2_000).optional() })
  .meta({ id: 'Rating', example: { score: 5, comment: 'Cepat, terima kasih.' } });

const idempotencyKey = idempotencyKeyHeader.optional();

export const submissionHeadersSchema = z.object({ 'idempotency-key': idempotencyKey });

export const actionHeadersSchema = z.object({
  'idempotency-key': idempotencyKey,
  'if-match': ifMatchHeader.optional(),
});
