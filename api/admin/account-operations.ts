import { z } from 'zod';
import type { User } from '../../store/users/user-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { entityTag } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { recordEvent } from './audit-trail.ts';
import { giveOneTimePassword, oneTimePasswordSchema } from './one-time-password.ts';
import { revisions } from './revision.ts';
import { announceMembership } from './roster-membership.ts';
import { ifMatchHeaders } from './setup-schemas.ts';
import { accountSchema, presentAccount } from './user-schemas.ts';
import { userSubject } from './user-subject.ts';
import { keepAnAdmin } from './users-resource.ts';

const params = z.strictObject({ id: idSchema });
const answerSchema = z.strictObject({ user: accountSchema });
const etag = { ETag: 'The version.' };

/** Ends whatever the user is signed in with, tokens included. */
async function endAccess({ sessions, tokens }: ApiDeps['store'], userId: string): Promise<void> {
  const owned = await tokens.ofUser(userId);
  await Promise.all([sessions.removeOfUser(userId), ...owned.map(({ tokenId }) => tokens.remove(tokenId))]);
}

function switchOperation(deps: ApiDeps, active: boolean): Operation {
  const { store, clock } = deps;
  const { revise } = revisions(store.changes, userSubject(store));
  const verb = active ? 'reactivate' : 'deactivate';
  const answer = (user: User) => ({
    body: { user: presentAccount(user) },
    headers: { ETag: entityTag(user.version ?? 1) },
  });
  return operation({
    method: 'post',
    path: `/v1/users/:id/${verb}`,
    operationId: `${verb}User`,
    summary: active ? 'Let somebody back in' : 'Shut an account: sessions and tokens end, open cases are handed over',
    description: active
      ? 'An agent comes to the end of the roster.'
      : 'An agent leaves the roster, and each of their open cases gets a turn of its own. Repeating it changes nothing.',
    tag: 'Users',
    request: { params, headers: ifMatchHeaders },
    access: {
      action: 'user.write',
      resource: async ({ params: { id } }) => ((await store.users.find(id)) ? {} : null),
    },
    responses: { 200: { description: 'The account as it is now.', body: answerSchema, headers: etag } },
    problems: ['not_found', 'version_mismatch', 'last_admin', 'saved_but_engine_unavailable'],
  }).handle(async ({ actor, params: { id }, headers }) => {
    const user = await revise(id, {
      ...{ actorId: actor.id, at: clock().toISOString(), action: `${verb}d`, ifMatch: headers['if-match'] },
      async change(current) {
        await keepAnAdmin(store, current, { role: current.role, active });
        return { ...current, active };
      },
    });
    if (!active) await endAccess(store, id);
    await announceMembership(deps, id);
    return { status: 200, ...answer(user) };
  });
}

/** What admins do to accounts beside setting them up. */
export function accountOperations(deps: ApiDeps): Operation[] {
  const { store, clock } = deps;
  return [
    switchOperation(deps, false),
    switchOperation(deps, true),
    operation({
      method: 'post',
      path: '/v1/users/:id/reset-password',
      operationId: 'resetPassword',
      summary: 'Give somebody a one-time password',
      description: 'Their sessions and tokens end. Signed in with it, they must choose a password of their own.',
      tag: 'Users',
      request: { params },
      access: {
        action: 'user.write',
        resource: async ({ params: { id } }) => ((await store.users.find(id)) ? {} : null),
      },
      responses: {
        200: { description: 'Reset.', body: z.strictObject({ oneTimePassword: oneTimePasswordSchema }) },
      },
      problems: ['not_found'],
    }).handle(async ({ actor, params: { id } }) => {
      const author = { actorId: actor.id, at: clock().toISOString() };
      await recordEvent(store, { ...author, kind: 'password', subjectId: id, action: 'reset' });
      const oneTimePassword = await giveOneTimePassword(store, id);
      await endAccess(store, id);
      return { status: 200, body: { oneTimePassword } };
    }),
    operation({
      method: 'post',
      path: '/v1/users/:id/reset-second-factor',
      operationId: 'resetSecondFactor',
      summary: 'Take a second factor away from somebody who has lost it',
      description: 'Their sessions end; they sign in with the password alone, and may set up another. Tokens stay.',
      tag: 'Users',
      request: { params },
      access: {
        action: 'user.write',
        resource: async ({ params: { id } }) => ((await store.users.find(id)) ? {} : null),
      },
      responses: { 204: { description: 'There is none any more.' } },
      problems: ['not_found', 'second_factor_missing'],
    }).handle(async ({ actor, params: { id } }) => {
      if (!(await store.secondFactors.find(id))) throw new Problem('second_factor_missing');
      const author = { actorId: actor.id, at: clock().toISOString() };
      await recordEvent(store, { ...author, kind: 'secondFactor', subjectId: id, action: 'reset' });
      await store.secondFactors.remove(id);
      await store.sessions.removeOfUser(id);
      return { status: 204 };
    }),
  ];
}
