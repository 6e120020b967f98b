import { z } from 'zod';
import { deskSubject } from '../admin/desk-subject.ts';
import { revisions } from '../admin/revision.ts';
import type { ApiDeps } from '../api-deps.ts';
import { entityTag, ifMatchHeader } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { deskSchema, presentDesk, settingsChangeSchema } from './desk-schemas.ts';
import { changedSettings, enforceSettings } from './settings-change.ts';

const params = z.strictObject({ id: idSchema });
const etag = { ETag: 'The version of the settings.' };

export function deskOperations(deps: ApiDeps): Operation[] {
  const { desks, changes } = deps.store;
  const { revise } = revisions(changes, deskSubject(deps.store));
  return [
    operation({
      method: 'get',
      path: '/v1/desks',
      operationId: 'listDesks',
      summary: 'All desks',
      tag: 'Desks',
      access: { action: 'desk.list' },
      responses: {
        200: {
          description: 'All of them, on one page.',
          body: z.strictObject({ items: z.array(deskSchema), nextCursor: z.null() }),
        },
      },
    }).handle(async () => {
      const items = (await desks.list()).map(presentDesk);
      return { status: 200, body: { items, nextCursor: null } };
    }),
    operation({
      method: 'get',
      path: '/v1/desks/:id',
      operationId: 'getDesk',
      summary: 'One desk and its settings',
      tag: 'Desks',
      request: { params },
      access: { action: 'desk.read', resource: ({ params: { id } }) => desks.find(id) },
      responses: { 200: { description: 'The desk.', body: z.strictObject({ desk: deskSchema }), headers: etag } },
      problems: ['not_found'],
    }).handle(({ resource }) => ({
      status: 200,
      body: { desk: presentDesk(resource) },
      headers: { ETag: entityTag(resource.version) },
    })),
    operation({
      method: 'put',
      path: '/v1/desks/:id/settings',
      operationId: 'putDeskSettings',
      summary: "Change a desk's deadlines, capacity and working hours",
      description:
        'Fields that are left out stay as they are. Running deadlines are planned again, each from where it began; one ' +
        'that would be over by now passes at once. A new capacity is in force at once. After 503 ' +
        'saved_but_engine_unavailable send the same body again; an empty body only has the deadlines planned again.',
      tag: 'Desks',
      request: { params, headers: z.object({ 'if-match': ifMatchHeader.optional() }), body: settingsChangeSchema },
      access: { action: 'desk.configure', resource: ({ params: { id } }) => desks.find(id) },
      responses: {
        200: { description: 'The desk as it is now.', body: z.strictObject({ desk: deskSchema }), headers: etag },
      },
      problems: ['not_found', 'version_mismatch', 'saved_but_engine_unavailable'],
    }).handle(async ({ actor, params: { id }, headers, body }) => {
      const desk = await revise(id, {
        ...{ actorId: actor.id, at: deps.clock().toISOString(), action: 'changed', ifMatch: headers['if-match'] },
        change: (current) => ({ ...current, settings: changedSettings(current.settings, body) }),
      });
      await enforceSettings(deps, desk, body);
      return { status: 200, body: { desk: presentDesk(desk) }, headers: { ETag: entityTag(desk.version) } };
    }),
  ];
}
