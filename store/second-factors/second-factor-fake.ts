import { FakeTable } from '../kernel/fake-table.ts';
import type { SecondFactor, SecondFactorRepository } from './second-factor-repository.ts';

export function fakeSecondFactors(): SecondFactorRepository {
  const factors = new FakeTable<SecondFactor>();
  const steps = new FakeTable<{ key: string; factorId: string; step: number }>();
  const codes = new FakeTable<{ key: string; factorId: string }>();
  const removeCodes = (factorId: string) => {
    for (const { key } of codes.where((code) => code.factorId === factorId)) codes.remove(key);
  };
  const forgetSteps = (factorId: string, before: number) => {
    for (const used of steps.where((each) => each.factorId === factorId && each.step < before)) steps.remove(used.key);
  };
  return {
    async insert(factor) {
      return factors.insert(factor.userId, factor);
    },
    async find(userId) {
      return factors.get(userId);
    },
    async remove(userId) {
      const found = factors.get(userId);
      if (found === null) return false;
      factors.remove(userId);
      removeCodes(found.factorId);
      forgetSteps(found.factorId, Infinity);
      return true;
    },
    async useStep({ factorId, step, forgetBefore }) {
      const key = `${factorId}:${step}`;
      if (!steps.insert(key, { key, factorId, step })) return false;
      forgetSteps(factorId, forgetBefore);
      return true;
    },
    async replaceRecoveryCodes({ factorId, hashes }) {
      removeCodes(factorId);
      for (const hash of hashes) codes.insert(`${factorId}:${hash}`, { key: `${factorId}:${hash}`, factorId });
    },
    async useRecoveryCode({ factorId, hash }) {
      const key = `${factorId}:${hash}`;
      const isThere = codes.get(key) !== null;
      codes.remove(key);
      return isThere;
    },
    async countRecoveryCodes(factorId) {
      return codes.where((code) => code.factorId === factorId).length;
    },
  };
}
