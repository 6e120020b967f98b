import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { AccessToken } from './token-repository.ts';

export type TokenDocument = Stored<AccessToken, 'tokenId'>;

export function tokenModel(connection: Connection): Model<TokenDocument> {
  const schema = storeSchema<TokenDocument>({
    _id: String,
    tokenHash: String,
    userId: String,
    name: String,
    createdAt: String,
    expiresAt: String,
  });
  schema.index({ tokenHash: 1 }, { unique: true });
  schema.index({ userId: 1 });
  return connection.model<TokenDocument>('Token', schema, 'tokens');
}
