import type { Connection } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { tokenModel, type TokenDocument } from './token-model.ts';
import { oldestFirst } from './token-order.ts';
import type { AccessToken, TokenRepository } from './token-repository.ts';

const toToken = (document: TokenDocument) => toRow<AccessToken, 'tokenId'>('tokenId', document);

export function mongoTokens(connection: Connection): TokenRepository {
  const model = tokenModel(connection);
  return {
    async insert(token) {
      await insertOnce(model, toDocument('tokenId', token));
    },
    async findByHash(tokenHash) {
      const found = await model.findOne({ tokenHash }).lean<TokenDocument>();
      return found === null ? null : toToken(found);
    },
    async find(tokenId) {
      const found = await model.findById(tokenId).lean<TokenDocument>();
      return found === null ? null : toToken(found);
    },
    async ofUser(userId) {
      return (await model.find({ userId }).lean<TokenDocument[]>()).map(toToken).sort(oldestFirst);
    },
    async remove(tokenId) {
      await model.deleteOne({ _id: tokenId });
    },
  };
}
