import { trusted, type Connection, type Model } from 'mongoose';
import { dayOf, mongoExpiring } from '../kernel/expiring-mongo.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { storeSchema } from '../kernel/store-schema.ts';
import { toDocument, toRow, type Stored } from '../kernel/stored-document.ts';
import type { Mail, MailRepository } from './mail-repository.ts';

/** Beside the mail what it is found by: the day of `createdAt`, and whether `unsure` is more than none. */
type MailDocument = Stored<Mail, 'notificationId'> & { writtenDay: string; isUnsure: boolean };

function toMail({ writtenDay: _writtenDay, isUnsure: _isUnsure, ...document }: MailDocument): Mail {
  return toRow<Mail, 'notificationId'>('notificationId', document);
}

function toMailDocument(mail: Mail): MailDocument {
  const found = { writtenDay: dayOf(mail.createdAt), isUnsure: mail.unsure > 0 };
  return { ...toDocument<Mail, 'notificationId'>('notificationId', mail), ...found };
}

export function mongoMails(connection: Connection): MailRepository {
  const model = mailModel(connection);
  return {
    ...mongoExpiring(model, { state: trusted({ $ne: 'due' as const }) }),
    async append(mails) {
      await insertMissing(model, mails.map(toMailDocument));
    },
    async find(notificationId) {
      const found = await model.findById(notificationId).lean<MailDocument>();
      return found === null ? null : toMail(found);
    },
    async recordAttempt(notificationId, outcome) {
      await model.updateOne({ _id: notificationId }, { $set: { ...outcome, isUnsure: outcome.unsure > 0 } });
    },
    async dueAmong(notificationIds) {
      const query = { state: 'due' as const, _id: trusted({ $in: notificationIds }) };
      return (await model.find(query, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
    },
    async countUnsure() {
      return model.countDocuments({ isUnsure: true });
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
    writtenDay: String,
    isUnsure: Boolean,
  });
  schema.index({ state: 1 });
  schema.index({ writtenDay: 1 });
  schema.index({ isUnsure: 1 });
  return connection.model<MailDocument>('Mail', schema, 'mails');
}
