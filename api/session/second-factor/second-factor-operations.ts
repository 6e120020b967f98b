import { z } from 'zod';
import { recordEvent } from '../../admin/audit-trail.ts';
import type { ApiDeps } from '../../api-deps.ts';
import { ownSessionOf } from '../../auth/own-session.ts';
import { isSecondFactorDemanded } from '../../auth/second-factor-duty.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { timeSchema } from '../../http/time-schema.ts';
import { createConfirmIdentity } from '../confirm-identity.ts';
import type { SignInThrottle } from '../sign-in-throttle.ts';
import { secondFactors } from './second-factors.ts';

const passwordSchema = z.string().min(1).max(1000);
const codeSchema = z.string().trim().min(6).max(40).meta({ description: 'Of the authenticator, or a recovery code.' });
const password = 'kata sandi Petugas A';

const confirmationSchema = z
  .strictObject({ enrolment: z.string().min(1).max(1000), code: codeSchema })
  .meta({ id: 'SecondFactorConfirmation', example: { enrolment: 'v1.0a1b2c3d.…', code: '287082' } });

const proofSchema = z
  .strictObject({ password: passwordSchema, code: codeSchema })
  .meta({ id: 'SecondFactorProof', example: { password, code: '287082' } });

const stateSchema = z
  .strictObject({
    enabledAt: timeSchema.nullable().meta({ description: 'Null: there is none.' }),
    recoveryCodesLeft: z.int(),
    demanded: z.boolean().meta({ description: 'Whether people of this role must have one.' }),
    offered: z.boolean().meta({ description: 'Whether one can be set up here.' }),
  })
  .meta({ id: 'SecondFactor' });

const enrolmentSchema = z
  .strictObject({
    secret: z.string().meta({ description: 'Base 32, to be typed into an authenticator; shown this once.' }),
    uri: z.string().meta({ description: 'The same as `otpauth:`, for a QR code.' }),
    enrolment: z.string().meta({ description: 'Comes back with the first code, within 15 minutes.' }),
  })
  .meta({ id: 'SecondFactorEnrolment' });

const recoverySchema = z
  .strictObject({
    recoveryCodes: z.array(z.string()).meta({ description: 'Each good for one sign-in; shown this once.' }),
  })
  .meta({ id: 'RecoveryCodes' });

/** What people do with their own second factor. A token can do none of it. */
export function secondFactorOperations(deps: ApiDeps, throttle: SignInThrottle): Operation[] {
  const { store, settings, clock } = deps;
  const factors = secondFactors(deps);
  const confirmIdentity = createConfirmIdentity(deps, { throttle, factors });
  const common = { tag: 'Session', path: '/v1/users/me/second-factor', access: 'signedIn' } as const;
  const early = { ...common, beforeSecondFactor: true } as const;

  const record = (userId: string, action: 'enabled' | 'disabled' | 'renewed') =>
    recordEvent(store, {
      ...{ actorId: userId, at: clock().toISOString() },
      ...{ kind: 'secondFactor', subjectId: userId, action },
    });
  return [
    operation({
      ...early,
      method: 'get',
      operationId: 'getSecondFactor',
      summary: 'Whether one has a second factor, and may or must',
      responses: { 200: { description: 'Never with its secret.', body: stateSchema } },
    }).handle(async ({ actor }) => {
      const factor = await factors.find(actor.id);
      const recoveryCodesLeft = factor ? await store.secondFactors.countRecoveryCodes(factor.factorId) : 0;
      const demanded = isSecondFactorDemanded(settings, actor.role);
      const offered = (settings.SECOND_FACTOR_KEY ?? []).length > 0;
      return { status: 200, body: { enabledAt: factor?.enabledAt ?? null, recoveryCodesLeft, demanded, offered } };
    }),
    operation({
      ...early,
      path: `${common.path}/enrolment`,
      method: 'post',
      operationId: 'beginSecondFactor',
      summary: 'Begin to set up a second factor',
      description: 'Nothing is kept, and nothing changes, until its first code has come.',
      request: {
        body: z.strictObject({ password: passwordSchema }).meta({ id: 'SecondFactorRequest', example: { password } }),
      },
      responses: { 200: { description: 'For the authenticator.', body: enrolmentSchema } },
      problems: [
        ...(['session_required', 'wrong_password', 'too_many_sign_ins'] as const),
        ...(['second_factor_exists', 'second_factor_not_offered'] as const),
      ],
    }).handle(async ({ actor, address, body, ...caller }) => {
      ownSessionOf(caller);
      const user = await confirmIdentity({ userId: actor.id, address, ...body });
      if (await factors.find(user.userId)) throw new Problem('second_factor_exists');
      return { status: 200, body: factors.begin(user) };
    }),
    operation({
      ...early,
      method: 'post',
      operationId: 'confirmSecondFactor',
      summary: 'Set it up, by its first code',
      description: 'From now on signing in asks for a code. Every other session of the account ends.',
      request: { body: confirmationSchema },
      responses: { 201: { description: 'It is set up.', body: recoverySchema } },
      problems: [
        ...(['session_required', 'wrong_second_factor', 'enrolment_over'] as const),
        ...(['second_factor_exists', 'second_factor_not_offered'] as const),
      ],
    }).handle(async ({ actor, body, ...caller }) => {
      const kept = ownSessionOf(caller);
      const recoveryCodes = await factors.confirm({ userId: actor.id }, body);
      await record(actor.id, 'enabled');
      await store.sessions.removeOfUser(actor.id, kept);
      return { status: 201, body: { recoveryCodes } };
    }),
    operation({
      ...common,
      path: `${common.path}/recovery-codes`,
      method: 'post',
      operationId: 'renewRecoveryCodes',
      summary: 'Get new recovery codes',
      description: 'Those of before are good for nothing any more.',
      request: { body: proofSchema },
      responses: { 200: { description: 'Ten new ones.', body: recoverySchema } },
      problems: [
        ...(['session_required', 'wrong_password', 'wrong_second_factor'] as const),
        ...(['too_many_sign_ins', 'second_factor_missing', 'second_factor_not_offered'] as const),
      ],
    }).handle(async ({ actor, address, body, ...caller }) => {
      ownSessionOf(caller);
      await confirmIdentity({ userId: actor.id, address, ...body });
      const factor = await factors.find(actor.id);
      if (!factor) throw new Problem('second_factor_missing');
      await record(actor.id, 'renewed');
      return { status: 200, body: { recoveryCodes: await factors.renewRecoveryCodes(factor) } };
    }),
    operation({
      ...common,
      method: 'delete',
      operationId: 'removeSecondFactor',
      summary: 'Sign in with the password alone again',
      description: 'Every other session of the account ends.',
      request: { body: proofSchema },
      responses: { 204: { description: 'It is removed, its recovery codes with it.' } },
      problems: [
        ...(['session_required', 'wrong_password', 'wrong_second_factor'] as const),
        ...(['too_many_sign_ins', 'second_factor_missing', 'second_factor_not_offered'] as const),
      ],
    }).handle(async ({ actor, address, body, ...caller }) => {
      const kept = ownSessionOf(caller);
      await confirmIdentity({ userId: actor.id, address, ...body });
      await record(actor.id, 'disabled');
      await store.secondFactors.remove(actor.id);
      await store.sessions.removeOfUser(actor.id, kept);
      return { status: 204 };
    }),
  ];
}
