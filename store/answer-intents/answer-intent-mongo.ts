import { trusted, type Connection } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { answerIntentModel, type AnswerIntentDocument } from './answer-intent-model.ts';
import type { AnswerIntent, AnswerIntentRepository } from './answer-intent-repository.ts';

export function mongoAnswerIntents(connection: Connection): AnswerIntentRepository {
  const model = answerIntentModel(connection);
  return {
    async insert(intent) {
      await insertOnce(model, toDocument('intentId', intent));
    },
    async pending({ before, limit }) {
      const found = await model
        .find({ at: trusted({ $lt: before }) })
        .limit(limit)
        .lean<AnswerIntentDocument[]>();
      return found.map((document) => toRow<AnswerIntent, 'intentId'>('intentId', document));
    },
    async removeMany(intentIds) {
      await model.deleteMany({ _id: trusted({ $in: intentIds }) });
    },
  };
}
