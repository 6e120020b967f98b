import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { AnswerIntent } from './answer-intent-repository.ts';

export type AnswerIntentDocument = Stored<AnswerIntent, 'intentId'>;

/** Without an index but `_id`: what is in it is removed within a second, and an index would have to be kept with each. */
export function answerIntentModel(connection: Connection): Model<AnswerIntentDocument> {
  const schema = storeSchema<AnswerIntentDocument>({ _id: String, caseId: String, workflowId: String, at: String });
  return connection.model<AnswerIntentDocument>('AnswerIntent', schema, 'answerIntents');
}
