import { z } from 'zod';
import { changeKinds, type Change } from '../../store/changes/change-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { operation, type Operation } from '../http/operation.ts';
import { timeSchema } from '../http/time-schema.ts';

const place = z.strictObject({ after: z.int() });

const query = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'Changes after this number; with order=desc before it.' }),
  order: z.enum(['asc', 'desc']).default('asc'),
  kind: z.enum(changeKinds).optional(),
  subjectId: z.string().min(1).max(100).optional(),
  actorId: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional().meta({ description: 'Counts instead of `after`.' }),
});

const snapshot = z.record(z.string(), z.unknown()).nullable();

const changeSchema = z
  .strictObject({
    no: z.int().meta({ description: '1..n without a gap: what is missing shows.' }),
    kind: z.enum(changeKinds),
    subjectId: z.string(),
    version: z.int(),
    at: timeSchema,
    actorId: z.string(),
    action: z.string().meta({ example: 'changed' }),
    before: snapshot,
    after: snapshot,
    hash: z.string().nullable().meta({
      description:
        'Chains the entry to its predecessor; `admin verify-audit` checks it. Null: from before there was a chain.',
    }),
  })
  .meta({ id: 'AuditEntry' });

function present({ salt: _salt, contentHash: _contentHash, hash, ...change }: Change): z.infer<typeof changeSchema> {
  return { ...change, hash: hash ?? null };
}

export function auditOperations({ store }: ApiDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/audit',
      operationId: 'listAudit',
      summary: 'Who changed what, and when',
      description:
        'Never with anything of a secret. Entries are only ever added. An order to a rotation has two with one `orderId`: ' +
        '`asked` before it was given, `taken` once it was left with the rotation for good.',
      tag: 'Set-up',
      access: { action: 'audit.read' },
      request: { query },
      responses: {
        200: {
          description: 'A page.',
          body: z.strictObject({ items: z.array(changeSchema), nextCursor: z.string().nullable() }),
        },
      },
      problems: ['invalid_cursor'],
    }).handle(async ({ query: { after, cursor, limit, order, ...filter } }) => {
      const from = cursor === undefined ? after : decodeCursor(cursor, place).after;
      const page = { limit: limit + 1, newestFirst: order === 'desc', ...(from !== undefined && { after: from }) };
      const found = await store.changes.list(filter, page);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return {
        status: 200,
        body: { items: items.map(present), nextCursor: last ? encodeCursor({ after: last.no }) : null },
      };
    }),
  ];
}
