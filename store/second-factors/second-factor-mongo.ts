import type { Connection } from 'mongoose';
import { insertMissing, insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { secondFactorModels, type SecondFactorDocument, type UsedStepDocument } from './second-factor-model.ts';
import type { SecondFactor, SecondFactorRepository } from './second-factor-repository.ts';

export function mongoSecondFactors(connection: Connection): SecondFactorRepository {
  const { factors, steps, codes } = secondFactorModels(connection);
  const find = async (userId: string): Promise<SecondFactor | null> => {
    const found = await factors.findById(userId).lean<SecondFactorDocument>();
    return found === null ? null : toRow<SecondFactor, 'userId'>('userId', found);
  };
  /** There are never more than a few: each use forgets the earlier ones. */
  const forgetSteps = async (factorId: string, before: number): Promise<void> => {
    const used = await steps.find({ factorId }).lean<UsedStepDocument[]>();
    const old = used.filter(({ step }) => step < before);
    await Promise.all(old.map(({ _id }) => steps.deleteOne({ _id })));
  };
  return {
    async insert(factor) {
      return insertOnce(factors, toDocument('userId', factor));
    },
    find,
    async remove(userId) {
      const found = await find(userId);
      if (found === null) return false;
      const { factorId } = found;
      const { deletedCount } = await factors.deleteOne({ _id: userId, factorId });
      await Promise.all([codes.deleteMany({ factorId }), steps.deleteMany({ factorId })]);
      return deletedCount > 0;
    },
    async useStep({ factorId, step, forgetBefore }) {
      const isFirst = await insertOnce(steps, { _id: `${factorId}:${step}`, factorId, step });
      if (isFirst) await forgetSteps(factorId, forgetBefore);
      return isFirst;
    },
    async replaceRecoveryCodes({ factorId, hashes }) {
      await codes.deleteMany({ factorId });
      await insertMissing(
        codes,
        hashes.map((hash) => ({ _id: `${factorId}:${hash}`, factorId })),
      );
    },
    async useRecoveryCode({ factorId, hash }) {
      return (await codes.deleteOne({ _id: `${factorId}:${hash}` })).deletedCount > 0;
    },
    async countRecoveryCodes(factorId) {
      return codes.countDocuments({ factorId });
    },
  };
}
