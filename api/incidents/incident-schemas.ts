import { z } from 'zod';
import { incidentStatuses } from '../../workflows/incident/incident-types.ts';
import { manyLines, oneLine } from '../complaints/complaint-request-schemas.ts';
import { complaintSchema } from '../complaints/complaint-schemas.ts';
import { ifMatchHeader } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { idempotencyKeyHeader } from '../http/idempotency-key.ts';
import { timeSchema } from '../http/time-schema.ts';

const title = oneLine(3, 200).describe('For everyone to read, once there is a notice');
const notice = manyLines(2_000).describe('What the submit page shows while the incident is open');
const complaintIds = z
  .array(z.string().min(1).max(100))
  .max(100)
  .describe('Ids or numbers of open cases of the system');

export const newIncidentSchema = z
  .strictObject({ systemId: idSchema, title, notice: notice.optional(), complaintIds: complaintIds.optional() })
  .meta({
    id: 'NewIncident',
    example: {
      systemId: 'sipd',
      title: 'SIPD tidak dapat dibuka',
      notice: 'Sedang ditangani; tidak perlu melapor lagi.',
    },
  });

export const incidentChangeSchema = z
  .strictObject({ title: title.optional(), notice: notice.nullable().optional().describe('null withdraws it') })
  .meta({ id: 'IncidentChange', example: { notice: 'Sudah membaik, masih dipantau.' } });

export const incidentCasesSchema = z
  .strictObject({ complaintIds: complaintIds.min(1) })
  .meta({ id: 'IncidentCases', example: { complaintIds: ['261124-4F7KQ'] } });

export const incidentResolutionSchema = z
  .strictObject({ resolution: manyLines(10_000).describe('Every reporter of a linked case reads it there') })
  .meta({ id: 'IncidentResolution', example: { resolution: 'Server SIPD sudah pulih.' } });

export const incidentParams = z.strictObject({ id: idSchema });
export const incidentCaseParams = z.strictObject({ id: idSchema, complaintId: z.string().min(1).max(100) });
export const retryableHeaders = z.object({ 'idempotency-key': idempotencyKeyHeader.optional() });
export const changeHeaders = z.object({
  'idempotency-key': idempotencyKeyHeader.optional(),
  'if-match': ifMatchHeader.optional(),
});

const cursor = z.string().min(1).max(500).optional();
export const incidentQuery = z.strictObject({
  status: z.enum(incidentStatuses).optional(),
  systemId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor,
});
export const timelineQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(100), cursor });

const person = z.strictObject({ id: z.string(), name: z.string() });

const incidentSchema = z
  .strictObject({
    id: z.string(),
    systemId: z.string(),
    title: z.string(),
    notice: z.string().optional(),
    status: z.enum(incidentStatuses),
    caseCount: z.int().min(0),
    deskId: z.string().optional().describe('This and all that follows: staff of the desk only'),
    openedBy: person.optional(),
    openedAt: timeSchema.optional(),
    overdue: z.boolean().optional().describe('It has lasted longer than the desk allows tier 2'),
    dueAt: timeSchema.optional(),
    resolvedAt: timeSchema.optional(),
    resolvedBy: person.optional(),
    resolution: z.string().optional(),
    resolvedCount: z.int().min(0).optional().describe('Cases that have confirmed by now that they are resolved'),
    complaints: z
      .array(z.strictObject({ id: z.string(), number: z.string(), officeId: z.string() }))
      .optional()
      .describe('The linked cases; not in lists'),
    version: z.int().min(0).optional().describe('Grows with every change. Also the ETag'),
  })
  .meta({ id: 'Incident' });

export type PresentedIncident = z.input<typeof incidentSchema>;

export const incidentAnswerSchema = z.strictObject({ incident: incidentSchema }).meta({ id: 'IncidentAnswer' });

export const incidentPageSchema = z
  .strictObject({ items: z.array(incidentSchema), nextCursor: z.string().optional() })
  .meta({ id: 'IncidentPage' });

export const incidentTimelineSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        no: z.int().min(1),
        type: z.string(),
        at: timeSchema,
        actor: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
        data: z.record(z.string(), z.unknown()),
        hash: z.string(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'IncidentTimeline' });

export const suggestionsSchema = z
  .strictObject({
    items: z.array(z.strictObject({ complaint: complaintSchema, similarity: z.number().min(0).max(1) })).max(20),
  })
  .meta({ id: 'IncidentSuggestions', description: 'Open cases that may have the same cause, best first' });
