import { z } from 'zod';
import { recordEvent } from '../admin/audit-trail.ts';
import { accountSchema, presentAccount } from '../admin/user-schemas.ts';
import type { ApiDeps } from '../api-deps.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { anonymisePerson } from './anonymise-person.ts';
import { personalDataOf } from './personal-data.ts';
import { personalDataSchema } from './personal-data-schema.ts';

const params = z.strictObject({ id: idSchema });

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ description: 'Kept in the audit; so without names.', example: 'Diminta pada 24 November 2026' });

/** What a person may ask for: to see what is kept about them, and to be forgotten. */
export function privacyOperations({ store, clock }: ApiDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/users/:id/personal-data',
      operationId: 'getPersonalData',
      summary: 'Everything that is kept about a person',
      description: 'For oneself, and for administrators, whose reading is audited. Without secrets.',
      tag: 'Users',
      request: { params },
      access: {
        action: 'user.readPersonalData',
        resource: async ({ params: { id } }) => {
          const user = await store.users.find(id);
          return user && { userId: id, user };
        },
      },
      responses: { 200: { description: 'All of it.', body: personalDataSchema } },
      problems: ['not_found'],
    }).handle(async ({ actor, resource: { user } }) => {
      const at = clock().toISOString();
      const reading = { actorId: actor.id, at, kind: 'personalData', subjectId: user.userId, action: 'read' } as const;
      if (actor.id !== user.userId) await recordEvent(store, reading);
      return { status: 200, body: await personalDataOf(store, user, at) };
    }),
    operation({
      method: 'post',
      path: '/v1/users/:id/anonymise',
      operationId: 'anonymiseUser',
      summary: 'Take the person out of an account that was deactivated',
      description:
        'Name, user name, address, sign-in, choices and every text and file of theirs go for good; ids stay, so that ' +
        'histories hold. Titles of cases stay. Sending it again completes what broke off.',
      tag: 'Users',
      request: { params, body: z.strictObject({ reason: reasonSchema }) },
      access: {
        action: 'user.write',
        resource: async ({ params: { id } }) => {
          const user = await store.users.find(id);
          return user && { userId: id, user };
        },
      },
      responses: { 200: { description: 'Done.', body: z.strictObject({ user: accountSchema }) } },
      problems: ['not_found', 'account_active'],
    }).handle(async ({ actor, params: { id }, resource: { user }, body: { reason } }) => {
      // Whoever acts is active, and so is the last administrator: neither can be meant.
      if (user.active) throw new Problem('account_active');
      const author = { actorId: actor.id, at: clock().toISOString() };
      return { status: 200, body: { user: presentAccount(await anonymisePerson(store, id, { ...author, reason })) } };
    }),
  ];
}
