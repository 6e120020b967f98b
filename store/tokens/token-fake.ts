import { FakeTable } from '../kernel/fake-table.ts';
import { oldestFirst } from './token-order.ts';
import type { AccessToken, TokenRepository } from './token-repository.ts';

export function fakeTokens(): TokenRepository {
  const table = new FakeTable<AccessToken>();
  return {
    async insert(token) {
      table.insert(token.tokenId, token);
    },
    async findByHash(tokenHash) {
      return table.where((token) => token.tokenHash === tokenHash)[0] ?? null;
    },
    async find(tokenId) {
      return table.get(tokenId);
    },
    async ofUser(userId) {
      return table.where((token) => token.userId === userId).sort(oldestFirst);
    },
    async remove(tokenId) {
      table.remove(tokenId);
    },
  };
}
