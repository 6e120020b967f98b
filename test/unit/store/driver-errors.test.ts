import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { isDuplicateKey, isOnlyDuplicateKeys, toStoreError } from '../../../store/kernel/driver-errors.ts';
import { StoreUnavailable } from '../../../store/store-errors.ts';

const answered = (code: number, message = 'any') => new mongo.MongoServerError({ message, code });

const unavailable: [string, Error][] = [
  ['a cut connection', new mongo.MongoNetworkError('connection 1 closed')],
  ['a socket time-out', new mongo.MongoNetworkTimeoutError('timed out')],
  ['a topology that was closed', new mongo.MongoTopologyClosedError('closed')],
  ['no connection left', new mongo.MongoRuntimeError('Timed out while checking out a connection')],
  ['a node that is not primary', answered(10107)],
  ['a node that steps down', answered(11602)],
  ['a time limit', answered(50)],
  ['a full disk', answered(14031)],
  ['PostgreSQL with a full disk', answered(1, 'could not extend file (SQLSTATE 53100)')],
  ['a read-only PostgreSQL', answered(1, 'cannot execute INSERT in a read-only transaction (SQLSTATE 25006)')],
  ['a PostgreSQL that is gone', answered(1, 'failed to connect: dial error')],
];

const other: [string, unknown][] = [
  ['a duplicate', answered(11000)],
  ['a bad query', answered(2)],
  ['text that PostgreSQL refuses', answered(1, 'unsupported Unicode escape sequence (SQLSTATE 22P05)')],
  ['a defect', new TypeError('undefined is not a function')],
  ['an address that cannot be read', new mongo.MongoParseError('Invalid scheme')],
  ['no error at all', 'text'],
];

describe('toStoreError', () => {
  it.each(unavailable)('takes %s for StoreUnavailable and keeps the cause', (_name, error) => {
    expect(toStoreError(error)).toBeInstanceOf(StoreUnavailable);
    expect(toStoreError(error)).toMatchObject({ cause: error });
  });

  it.each(other)('leaves %s as it is', (_name, error) => {
    expect(toStoreError(error)).toBe(error);
  });
});

describe('duplicates', () => {
  const refused = (...codes: number[]) => {
    const writeErrors = codes.map((code, index) => ({ code, index, errmsg: 'any', errInfo: {}, op: {} }));
    const raw = { insertedCount: 0 } as unknown as mongo.BulkWriteResult;
    return new mongo.MongoBulkWriteError({ message: 'any', code: codes[0] ?? 0, writeErrors } as never, raw);
  };

  it('are known by their code', () => {
    expect(isDuplicateKey(answered(11000))).toBe(true);
    expect(isDuplicateKey(answered(1))).toBe(false);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
  });

  it('among many are only duplicates when nothing else was refused', () => {
    expect(isOnlyDuplicateKeys(refused(11000, 11000))).toBe(true);
    expect(isOnlyDuplicateKeys(refused(11000, 2))).toBe(false);
    expect(isOnlyDuplicateKeys(refused())).toBe(false);
    expect(isOnlyDuplicateKeys(answered(11000))).toBe(true);
  });
});
