import { mongo } from 'mongoose';
import { StoreUnavailable } from '../store-errors.ts';

/** E11000. The fallback store tells neither the key nor the index: look up what is there. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11000;
}

/** An unordered insert of many in which nothing but duplicates was refused. */
export function isOnlyDuplicateKeys(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) return isDuplicateKey(error);
  const refusals = [error.writeErrors].flat();
  return refusals.length > 0 && refusals.every((refusal) => refusal.code === 11000);
}

// Server answers that say "not now": host unreachable or network time-out (6, 7, 89), time limit (50, 262), shutting down
// or stepping down (91, 189, 11600, 11602), not primary (10107, 13435, 13436, 10058), write concern not met (64, 100),
// read-only (13297, 20), disk full (14031), interrupted (11601), too many open files or memory (16, 146).
const unavailableCodes = new Set<unknown>([
  6, 7, 16, 20, 50, 64, 89, 91, 100, 146, 189, 262, 10058, 10107, 11600, 11601, 11602, 13297, 13435, 13436, 14031,
]);

/** PostgreSQL refused the content of the statement (classes 22 and 42): the fallback store hands this on as internal. */
const statementFault = /SQLSTATE (22|42)/;

/** The fallback store's code for whatever its PostgreSQL throws: gone, restarting, full, read-only. */
const internalError = 1;

function isUnavailable(error: unknown): boolean {
  if (error instanceof mongo.MongoWriteConcernError) return true;
  if (error instanceof mongo.MongoServerError) {
    if (unavailableCodes.has(error.code)) return true;
    return error.code === internalError && !statementFault.test(error.message);
  }
  if (error instanceof mongo.MongoParseError || error instanceof mongo.MongoInvalidArgumentError) return false;
  if (error instanceof mongo.MongoError) return true;
  return error instanceof Error && /^MongooseServerSelectionError$/.test(error.name);
}

/** The error as the store's callers know it; what is not about availability stays as it is. */
export function toStoreError(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
}
