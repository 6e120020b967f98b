import { randomUUID } from 'node:crypto';
import type { SecondFactor } from '../../../store/second-factors/second-factor-repository.ts';
import type { User } from '../../../store/users/user-repository.ts';
import type { ApiDeps } from '../../api-deps.ts';
import { createSealer, type Sealer } from '../../auth/sealed-text.ts';
import { Problem } from '../../http/problem.ts';
import { hashOfRecoveryCode, newRecoveryCodes, newRecoverySalt } from './recovery-code.ts';
import { endedSteps, newTotpSecret, stepOfCode, totpUri } from './totp-code.ts';

/** How long somebody may take between seeing the QR code and typing the first code. */
const enrolmentMs = 15 * 60_000;

export type SecondFactorDeps = Pick<ApiDeps, 'clock'> & {
  store: Pick<ApiDeps['store'], 'secondFactors'>;
  settings: Pick<ApiDeps['settings'], 'SECOND_FACTOR_KEY'>;
};

type Person = Pick<User, 'userId' | 'username'>;

/** A secret shared with an authenticator application, and recovery codes for when that is lost. */
export function secondFactors({ store, settings, clock }: SecondFactorDeps) {
  const { secondFactors: repository } = store;
  const ofEnrolment = (userId: string) => `enrolment:${userId}`;
  const ofFactor = ({ userId, factorId }: Pick<SecondFactor, 'userId' | 'factorId'>) => `factor:${userId}:${factorId}`;

  /** @throws Problem when this installation has no key to keep secrets with */
  const sealer = (): Sealer => {
    const [first, ...others] = settings.SECOND_FACTOR_KEY ?? [];
    if (!first) throw new Problem('second_factor_not_offered');
    return createSealer([first, ...others]);
  };

  const useCode = async ({ factorId }: Pick<SecondFactor, 'factorId'>, secret: string, token: string) => {
    const now = clock().getTime();
    const step = stepOfCode({ secret, token, now });
    return step !== null && repository.useStep({ factorId, step, forgetBefore: endedSteps(now).before });
  };

  const renewRecoveryCodes = async ({ factorId, recoverySalt }: SecondFactor): Promise<string[]> => {
    const codes = newRecoveryCodes();
    const hashes = await Promise.all(codes.map((each) => hashOfRecoveryCode(each, recoverySalt)));
    await repository.replaceRecoveryCodes({ factorId, hashes });
    return codes;
  };

  return {
    find: (userId: string) => repository.find(userId),
    renewRecoveryCodes,

    /**
     * Uses up the code of an authenticator or a recovery code. False when it is wrong, or was used before.
     * @throws Error when the key is not there with which the secret was sealed: nobody gets in without their factor
     */
    async accepts(factor: SecondFactor, given: string): Promise<boolean> {
      const token = given.replace(/\s/g, '');
      if (!/^\d+$/.test(token)) {
        const hash = await hashOfRecoveryCode(given, factor.recoverySalt);
        return repository.useRecoveryCode({ factorId: factor.factorId, hash });
      }
      const secret = sealer().open(factor.sealedSecret, ofFactor(factor));
      if (secret === null) throw new Error('A second factor was sealed with a key that is not in SECOND_FACTOR_KEY');
      return useCode(factor, secret, token);
    },

    /** A new secret; nothing is kept of it until its first code has come. */
    begin({ userId, username }: Person): { secret: string; uri: string; enrolment: string } {
      const seal = sealer();
      const secret = newTotpSecret();
      const until = clock().getTime() + enrolmentMs;
      const enrolment = seal.seal(JSON.stringify({ secret, until }), ofEnrolment(userId));
      return { secret, uri: totpUri({ secret, username }), enrolment };
    },

    /**
     * Keeps the secret that was begun with, and answers the recovery codes.
     * @throws Problem when it is too late, the code is wrong, or there is a second factor already
     */
    async confirm({ userId }: Pick<User, 'userId'>, { enrolment, code }: { enrolment: string; code: string }) {
      const seal = sealer();
      const begun = seal.open(enrolment, ofEnrolment(userId));
      const { secret, until } = JSON.parse(begun ?? '{}') as { secret?: string; until?: number };
      if (secret === undefined || (until ?? 0) <= clock().getTime()) throw new Problem('enrolment_over');
      const ids = { userId, factorId: randomUUID() };
      if (!(await useCode(ids, secret, code.replace(/\s/g, '')))) throw new Problem('wrong_second_factor');
      const factor = {
        ...ids,
        sealedSecret: seal.seal(secret, ofFactor(ids)),
        recoverySalt: newRecoverySalt(),
        enabledAt: clock().toISOString(),
      };
      // Before the factor itself: from the moment that it counts, there is a way in without the authenticator.
      const codes = await renewRecoveryCodes(factor);
      if (await repository.insert(factor)) return codes;
      await repository.replaceRecoveryCodes({ factorId: ids.factorId, hashes: [] });
      throw new Problem('second_factor_exists');
    },
  };
}

export type SecondFactors = ReturnType<typeof secondFactors>;
