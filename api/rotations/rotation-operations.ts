import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { entityTag } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { changeRoster } from './change-roster.ts';
import { rosterVersionIn, rotationNow } from './rotation-access.ts';
import { presentRotation } from './rotation-presenter.ts';
import { rotationSchema, tierSchema, turnsSchema } from './rotation-schemas.ts';

const params = z.strictObject({ id: idSchema, tier: tierSchema });
const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const place = z.strictObject({ after: z.int().min(0) });

const page = z.strictObject({
  after: seq.default(0).meta({ description: 'Turns after this number.', example: 0 }),
  cursor: z.string().max(500).optional().meta({ description: 'From the page before; counts instead of `after`.' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export function rotationOperations(deps: ApiDeps): Operation[] {
  const { store } = deps;
  const ofDesk = ({ params: { id } }: { params: { id: string } }) => store.desks.find(id);
  return [
    operation({
      method: 'get',
      path: '/v1/desks/:id/rotations/:tier',
      operationId: 'getRotation',
      summary: 'Whose turn it is, and who waits',
      tag: 'Rotations',
      request: { params },
      access: { action: 'rotation.read', resource: ofDesk },
      responses: {
        200: {
          description: 'The rotation as it last recorded itself.',
          body: rotationSchema,
          headers: { ETag: 'The version of the roster.' },
        },
      },
      problems: ['not_found'],
    }).handle(async ({ params: { tier }, resource }) => {
      const view = await rotationNow(store, { deskId: resource.deskId, tier });
      const headers = { ETag: entityTag(rosterVersionIn(view)) };
      return { status: 200, body: await presentRotation(store, view), headers };
    }),
    changeRoster(deps),
    operation({
      method: 'get',
      path: '/v1/desks/:id/rotations/:tier/turns',
      operationId: 'listTurns',
      summary: 'All turns ever dealt, in order',
      tag: 'Rotations',
      request: { params, query: page },
      access: { action: 'rotation.read', resource: ofDesk },
      responses: { 200: { description: 'A page of turns.', body: turnsSchema } },
      problems: ['not_found', 'invalid_cursor'],
    }).handle(async ({ params: { tier }, query, resource }) => {
      const after = query.cursor === undefined ? query.after : decodeCursor(query.cursor, place).after;
      const turns = await store.turns.list({ deskId: resource.deskId, tier }, { after, limit: query.limit });
      const items = turns.map((turn) => ({
        seq: turn.seq,
        complaintId: turn.caseId,
        attempt: turn.attempt,
        agentId: turn.agentId,
        at: turn.at,
      }));
      const last = items.length === query.limit ? items.at(-1) : undefined;
      return { status: 200, body: { items, nextCursor: last ? encodeCursor({ after: last.seq }) : null } };
    }),
  ];
}
