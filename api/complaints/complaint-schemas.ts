import { z } from 'zod';
import { attachmentSchema } from '../attachments/attachment-schemas.ts';
import { caseStatuses } from '../../workflows/complaint/complaint-types.ts';
import { tiers } from '../../workflows/kernel/tier.ts';

const instant = z.iso.datetime({ precision: 3 });
const named = z.strictObject({ id: z.string(), name: z.string() });

const reportSchema = z
  .strictObject({
    id: z.string(),
    submitter: named,
    title: z.string(),
    description: z.string(),
    receivedAt: instant,
    attachments: z.array(attachmentSchema),
    openedCase: z.boolean().describe('It opened this case or one that was merged into it, and cannot be detached'),
  })
  .meta({ id: 'Report', description: 'One submission, as staff and its sender see it' });

const exampleComplaint = {
  id: '3k7h0c2m9x4r6t8v1w5y2z0a7b',
  number: '261124-4F7KQ',
  status: 'assigned',
  tier: 'tier-1',
  deskId: 'layanan',
  office: { id: '123', name: 'Kantor 123' },
  system: { id: 'sipd', name: 'SIPD' },
  category: 'login',
  title: 'Tidak bisa masuk SIPD',
  agent: { id: 'petugas-a', name: 'Petugas A' },
  reportCount: 1,
  attempt: 1,
  overdue: false,
  acknowledgeBy: '2026-11-24T02:05:30.000Z',
  resolveBy: '2026-11-24T05:05:30.000Z',
  createdAt: '2026-11-24T01:05:30.000Z',
  updatedAt: '2026-11-24T01:05:31.000Z',
  version: 3,
};

/** A case as the API shows it; what only staff see is optional. */
export const complaintSchema = z
  .strictObject({
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
    incidentId: z.string().optional().describe('The incident that it waits with, or that has resolved it'),
    previousId: z.string().optional().describe('The closed case of the same problem before this one; staff only'),
    reports: z.array(reportSchema).optional().describe('For staff all of them, for submitters their own; not in lists'),
    workflow: z
      .strictObject({ id: z.string(), runId: z.string(), url: z.string() })
      .optional()
      .describe('Where the case runs in Temporal; staff only'),
  })
  .meta({ id: 'Complaint', example: exampleComplaint });

export type Complaint = z.input<typeof complaintSchema>;

export const submissionAnswerSchema = z
  .strictObject({
    complaint: complaintSchema,
    report: z.strictObject({ id: z.string(), receivedAt: instant }),
    duplicate: z.boolean().describe('The same problem is being handled already; this report was added to it'),
    advice: z.string().optional().describe("In the caller's language: who has it, and that resending does not help"),
  })
  .meta({ id: 'SubmissionAnswer' });

export type SubmissionAnswer = z.input<typeof submissionAnswerSchema>;

export const complaintAnswerSchema = z.strictObject({ complaint: complaintSchema }).meta({ id: 'ComplaintAnswer' });

export const correctionAnswerSchema = z
  .strictObject({
    complaint: complaintSchema,
    sameProblem: z
      .strictObject({ id: z.string(), number: z.string() })
      .optional()
      .describe('Another case of exactly the corrected problem, into which this one may be merged'),
  })
  .meta({ id: 'CorrectionAnswer' });

export const detachmentAnswerSchema = z
  .strictObject({
    complaint: complaintSchema,
    detached: z.strictObject({ id: z.string(), number: z.string() }).describe('The case that the report has become'),
  })
  .meta({ id: 'DetachmentAnswer' });

export const complaintPageSchema = z
  .strictObject({
    items: z.array(complaintSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ComplaintPage' });

export const timelinePageSchema = z
  .strictObject({
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
  })
  .meta({ id: 'TimelinePage' });
