import type { Connection, Model } from 'mongoose';
import { insertMissing } from '../kernel/insert-once.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import { toDocument, toRow, type Stored } from '../kernel/stored-document.ts';
import type { Mail, MailRepository } from './mail-repository.ts';

type MailDocument = Stored<Mail, 'notificationId'>;

const toMail = (document: MailDocument) => toRow<Mail, 'notificationId'>('notificationId', document);

export function mongoMails(connection: Connection): MailRepository {
  const model = mailModel(connection);
  return {
    async append(mails) {
      await insertMissing(
        model,
        mails.map((mail) => toDocument<Mail, 'notificationId'>('notificationId', mail)),
      );
    },
    async find(notificationId) {
      const found = await model.findById(notificationId).lean<MailDocument>();
      return found === null ? null : toMail(found);
    },
    async recordAttempt(notificationId, outcome) {
      await model.updateOne({ _id: notificationId }, { $set: outcome });
    },
    async inState(state, limit) {
      return (await model.find({ state }).limit(limit).lean<MailDocument[]>()).map(toMail);
    },
  };
}

function mailModel(connection: Connection): Model<MailDocument> {
  const schema = storeSchema<MailDocument>({
    _id: String,
    recipientId: String,
    state: String,
    attempts: Number,
    unsure: Number,
    detail: String,
    createdAt: String,
    updatedAt: String,
  });
  schema.index({ state: 1 });
  return connection.model<MailDocument>('Mail', schema, 'mails');
}
