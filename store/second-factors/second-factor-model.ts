import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { SecondFactor } from './second-factor-repository.ts';

export type SecondFactorDocument = Stored<SecondFactor, 'userId'>;

/** `_id` is factor and step. */
export interface UsedStepDocument {
  _id: string;
  factorId: string;
  step: number;
}

/** `_id` is factor and hash. */
export interface RecoveryCodeDocument {
  _id: string;
  factorId: string;
}

export function secondFactorModels(connection: Connection): {
  factors: Model<SecondFactorDocument>;
  steps: Model<UsedStepDocument>;
  codes: Model<RecoveryCodeDocument>;
} {
  const factor = { _id: String, factorId: String, sealedSecret: String, recoverySalt: String, enabledAt: String };
  const steps = storeSchema<UsedStepDocument>({ _id: String, factorId: String, step: Number });
  const codes = storeSchema<RecoveryCodeDocument>({ _id: String, factorId: String });
  for (const schema of [steps, codes]) schema.index({ factorId: 1 });
  return {
    factors: connection.model<SecondFactorDocument>(
      'SecondFactor',
      storeSchema<SecondFactorDocument>(factor),
      'secondFactors',
    ),
    steps: connection.model<UsedStepDocument>('UsedStep', steps, 'usedSteps'),
    codes: connection.model<RecoveryCodeDocument>('RecoveryCode', codes, 'recoveryCodes'),
  };
}
