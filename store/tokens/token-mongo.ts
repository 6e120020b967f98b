import type { Connection } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { tokenModel, type TokenDocument } from './token-model.ts';
import type { AccessToken, TokenRepository } from './token-repository.ts';

export function mongoTokens(connection: Connection): TokenRepository {
  const model = tokenModel(connection);
  return {
    async insert(token) {
      await insertOnce(model, toDocument('tokenId', token));
    },
    async findByHash(tokenHash) {
      const found = await model.findOne({ tokenHash }).lean<TokenDocument>();
      return found === null ? null : toRow<AccessToken, 'tokenId'>('tokenId', found);
    },
  };
}
