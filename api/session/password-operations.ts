import { z } from 'zod';
import { recordEvent } from '../admin/audit-trail.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ownSessionOf } from '../auth/own-session.ts';
import { hashPassword } from '../auth/password.ts';
import { operation, type Operation } from '../http/operation.ts';
import { invalid } from '../http/problem.ts';
import { createConfirmIdentity } from './confirm-identity.ts';
import { demandGoodPassword, localWords, newPasswordSchema } from './password-rules.ts';
import { secondFactors } from './second-factor/second-factors.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

const changeSchema = z
  .strictObject({ currentPassword: z.string().min(1).max(1000), newPassword: newPasswordSchema })
  .meta({
    id: 'PasswordChange',
    example: { currentPassword: 'k3mw-p9xa-dd7h-u2rt', newPassword: 'empat kata yang acak' },
  });

export function passwordOperations(deps: ApiDeps, throttle: SignInThrottle): Operation[] {
  const { store, settings, clock } = deps;
  const confirmIdentity = createConfirmIdentity(deps, { throttle, factors: secondFactors(deps) });
  return [
    operation({
      method: 'put',
      path: '/v1/users/me/password',
      operationId: 'changePassword',
      summary: 'Choose another password for oneself',
      description: 'Every other session of the account ends. Tokens stay; they are revoked one by one.',
      tag: 'Session',
      access: 'signedIn',
      beforePasswordChange: true,
      beforeSecondFactor: true,
      request: { body: changeSchema },
      responses: { 204: { description: 'Changed.' } },
      problems: ['session_required', 'wrong_password', 'too_many_sign_ins'],
    }).handle(async ({ actor, address, body: { currentPassword, newPassword }, ...caller }) => {
      const kept = ownSessionOf(caller);
      const { userId, username } = await confirmIdentity({ userId: actor.id, address, password: currentPassword });
      const words = await localWords(store);
      await demandGoodPassword(newPassword, { username, settings, words, pointer: '#/newPassword' });
      if (newPassword === currentPassword)
        throw invalid({ in: 'body', pointer: '#/newPassword', code: 'password_unchanged' });
      const author = { actorId: userId, at: clock().toISOString() };
      await recordEvent(store, { ...author, kind: 'password', subjectId: userId, action: 'changed' });
      const hash = await hashPassword(newPassword);
      await store.users.recordPassword({ userId, passwordHash: hash, oneTimePassword: false });
      await store.sessions.removeOfUser(userId, kept);
      return { status: 204 };
    }),
  ];
}
