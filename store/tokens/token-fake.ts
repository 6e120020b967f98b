import { FakeTable } from '../kernel/fake-table.ts';
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
  };
}
