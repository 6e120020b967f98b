import { z } from 'zod';
import { complaintSchema } from '../complaint-schemas.ts';

export const similarComplaintsSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          complaint: complaintSchema,
          similarity: z.number().min(0).max(1).describe('1 is the same; rounded to steps of 0.05'),
        }),
      )
      .max(5),
    incidents: z
      .array(z.strictObject({ id: z.string(), systemId: z.string(), title: z.string(), notice: z.string() }))
      .describe('Open incidents of the system with a notice: send `incidentId` if it is one of them'),
  })
  .meta({ id: 'SimilarComplaints', description: 'Open cases of the office that may be the same problem, best first' });

export type SimilarComplaints = z.input<typeof similarComplaintsSchema>;
