import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createDirectory } from '../complaints/complaint-directory.ts';
import { findCase } from '../complaints/complaint-lookup.ts';
import { complaintParamsSchema } from '../complaints/complaint-request-schemas.ts';
import { operation, type Operation } from '../http/operation.ts';

/** Two beats and a little: a page tells every 20 seconds that it is still open. */
const presentMs = 45_000;

const presenceAnswerSchema = z
  .strictObject({
    others: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe('Who else has it open'),
  })
  .meta({ id: 'PresenceAnswer' });

/** PUT /v1/complaints/:id/presence */
export function presenceOperations({ clock, store }: Pick<ApiDeps, 'store' | 'clock'>): Operation[] {
  const directory = createDirectory(store);
  const putPresence = operation({
    method: 'put',
    path: '/v1/complaints/:id/presence',
    operationId: 'putPresence',
    summary: 'Say that one has a case open, and hear who else has',
    description: 'Holds for 45 seconds: a page that stays open says it again every 20. Staff of the desk only.',
    tag: 'Complaints',
    access: {
      action: 'case.readInternal',
      visibleBy: 'case.read',
      resource: ({ actor, params }) => findCase(store, params.id, actor),
    },
    request: { params: complaintParamsSchema },
    responses: { 200: { description: 'Who else has it open.', body: presenceAnswerSchema } },
    problems: ['not_found'],
  }).handle(async ({ actor, resource }) => {
    const { caseId } = resource.view;
    const now = clock();
    await store.presences.see({ caseId, userId: actor.id, seenAt: now.toISOString() });
    const limit = new Date(now.getTime() - presentMs).toISOString();
    const known = await store.presences.ofCase(caseId);
    const others = known.flatMap(({ seenAt, userId }) => (seenAt >= limit && userId !== actor.id ? [userId] : []));
    const names = await directory.people(others);
    return { status: 200, body: { others: others.map((id) => ({ id, name: names.get(id) ?? id })) } };
  });
  return [putPresence];
}
