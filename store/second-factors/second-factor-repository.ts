/** What somebody proves beside a password: a secret shared with an authenticator application. At most one for a user. */
export interface SecondFactor {
  userId: string;
  /** Random; what belongs to it is found by it, so that nothing of an earlier one is ever good for a later. */
  factorId: string;
  /** The secret, encrypted; see api/auth/sealed-text.ts */
  sealedSecret: string;
  /** Of the hashes of its recovery codes; hex */
  recoverySalt: string;
  /** ISO 8601 UTC */
  enabledAt: string;
}

/**
 * What may be used once is decided by an insert under a unique key or by who deletes it: on no store can two racing
 * attempts both succeed.
 */
export interface SecondFactorRepository {
  /** False: the user has one already, and nothing changes. */
  insert(factor: SecondFactor): Promise<boolean>;
  find(userId: string): Promise<SecondFactor | null>;
  /** Removes it, and all that belongs to it. False: there was none. */
  remove(userId: string): Promise<boolean>;
  /** Uses a time step of the factor up. False: it was used before. Steps before `forgetBefore` are forgotten. */
  useStep(use: { factorId: string; step: number; forgetBefore: number }): Promise<boolean>;
  /** Replaces all recovery codes of the factor, given as hashes. */
  replaceRecoveryCodes(codes: { factorId: string; hashes: string[] }): Promise<void>;
  /** Uses a recovery code up. False: there is no such code, or no longer. */
  useRecoveryCode(code: { factorId: string; hash: string }): Promise<boolean>;
  countRecoveryCodes(factorId: string): Promise<number>;
}
