import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Message } from './message-repository.ts';

export type MessageDocument = Stored<Message, 'messageId'>;

export function messageModel(connection: Connection): Model<MessageDocument> {
  const schema = storeSchema<MessageDocument>({
    _id: String,
    caseId: String,
    kind: String,
    authorId: String,
    text: String,
    at: String,
    authorRole: String,
    attachmentIds: { type: [String], default: undefined },
    delivery: String,
  });
  schema.index({ caseId: 1, at: 1 });
  schema.index({ authorId: 1 });
  schema.index({ delivery: 1, at: 1 });
  return connection.model<MessageDocument>('Message', schema, 'messages');
}
