import { FakeTable } from '../kernel/fake-table.ts';
import type { AnswerIntent, AnswerIntentRepository } from './answer-intent-repository.ts';

export function fakeAnswerIntents(): AnswerIntentRepository {
  const table = new FakeTable<AnswerIntent>();
  return {
    async insert(intent) {
      table.put(intent.intentId, intent);
    },
    async pending({ before, limit }) {
      return table.where(({ at }) => at < before).slice(0, limit);
    },
    async removeMany(intentIds) {
      for (const intentId of intentIds) table.remove(intentId);
    },
  };
}
