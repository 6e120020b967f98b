import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const buildFactor = () => {
  const id = nextBuilt();
  return {
    ...{ userId: `user-${id}`, factorId: `factor-${id}`, sealedSecret: 'v1.x', recoverySalt: 'ab' },
    enabledAt: '2026-11-24T01:00:00.000Z',
  };
};

export function secondFactorContract(store: StoreUnderTest): void {
  describe('second factors', () => {
    it('are one for each user, found and removed with what belongs to them', async () => {
      const { secondFactors } = store();
      const factor = buildFactor();
      const { userId, factorId } = factor;
      expect(await secondFactors.insert(factor)).toBe(true);
      expect(await secondFactors.insert({ ...buildFactor(), userId })).toBe(false);
      expect(await secondFactors.find(userId)).toStrictEqual(factor);
      await secondFactors.replaceRecoveryCodes({ factorId, hashes: ['a', 'b'] });
      await secondFactors.useStep({ factorId, step: 7, forgetBefore: 0 });
      expect(await secondFactors.remove(userId)).toBe(true);
      expect(await secondFactors.remove(userId)).toBe(false);
      expect(await secondFactors.find(userId)).toBeNull();
      expect(await secondFactors.countRecoveryCodes(factorId)).toBe(0);
      expect(await secondFactors.useStep({ factorId, step: 7, forgetBefore: 0 })).toBe(true);
    });

    it('have each time step used once, however many try at once', async () => {
      const { secondFactors } = store();
      const { factorId } = buildFactor();
      const use = (step: number, forgetBefore = 0) => secondFactors.useStep({ factorId, step, forgetBefore });
      const tries = await Promise.all(Array.from({ length: 12 }, () => use(100)));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await secondFactors.useStep({ factorId: `${factorId}-other`, step: 100, forgetBefore: 0 })).toBe(true);
      expect(await use(101)).toBe(true);
      expect(await use(102, 101)).toBe(true);
      expect(await Promise.all([use(101), use(102)])).toEqual([false, false]);
    });

    it('have each recovery code used once, however many try at once', async () => {
      const { secondFactors } = store();
      const { factorId } = buildFactor();
      await secondFactors.replaceRecoveryCodes({ factorId, hashes: ['old'] });
      await secondFactors.replaceRecoveryCodes({ factorId, hashes: ['a', 'b'] });
      const use = (hash: string) => secondFactors.useRecoveryCode({ factorId, hash });
      expect(await use('old')).toBe(false);
      const tries = await Promise.all(Array.from({ length: 12 }, () => use('a')));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await secondFactors.countRecoveryCodes(factorId)).toBe(1);
    });
  });
}
