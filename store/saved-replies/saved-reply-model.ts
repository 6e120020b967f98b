import type { Connection, Model } from 'mongoose';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { SavedReply } from './saved-reply-repository.ts';

export type SavedReplyDocument = Stored<SavedReply, 'savedReplyId'>;

export function savedReplyModel(connection: Connection): Model<SavedReplyDocument> {
  const schema = storeSchema<SavedReplyDocument>({
    _id: String,
    deskId: String,
    title: String,
    text: partSchema<SavedReply['text']>({ id: String, en: String }),
    updatedAt: String,
    version: Number,
  });
  schema.index({ deskId: 1 });
  return connection.model<SavedReplyDocument>('SavedReply', schema, 'savedReplies');
}
