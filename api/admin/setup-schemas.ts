import { z } from 'zod';
import { ifMatchHeader } from '../http/entity-tag.ts';
import { Problem, type Fault } from '../http/problem.ts';

// Control characters, line separators, and marks that turn the direction of what follows them.
const notInOneLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const visible = /[\p{L}\p{N}]/u;

/** Chosen by the admin once; it never changes, since cases, turns and workflows are named by it. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'kantor-126')
  .meta({ description: 'Lower case letters, digits and hyphens; never changes.', example: 'kantor-126' });

export const nameSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(200)
  .refine((text) => !notInOneLine.test(text), { params: { fault: 'control_character' } })
  .refine((text) => visible.test(text), { params: { fault: 'nothing_visible' } });

export const activeSchema = z.boolean().meta({ description: 'False: kept for what refers to it, offered to nobody.' });

export const versionSchema = z.int().meta({ description: 'Rises with each change; the ETag.' });

export const ifMatchHeaders = z.object({ 'if-match': ifMatchHeader.optional() });

export const pageFields = {
  q: z.string().trim().max(200).optional().describe('Part of the id or the name'),
  active: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
};

/** The body names something that is not there. */
export function unknownReference(field: string): Problem {
  const fault: Fault = { in: 'body', pointer: `#/${field}`, code: 'unknown_reference' };
  return new Problem('validation_failed', { faults: [fault] });
}
