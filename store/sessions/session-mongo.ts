import type { Connection } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { newestFirst } from './sign-in-order.ts';
import { sessionModel, type SessionDocument } from './session-model.ts';
import type { Session, SessionRepository } from './session-repository.ts';

export function mongoSessions(connection: Connection): SessionRepository {
  const model = sessionModel(connection);
  return {
    async insert(session) {
      await insertOnce(model, toDocument('tokenHash', session));
    },
    async find(tokenHash) {
      const found = await model.findById(tokenHash).lean<SessionDocument>();
      return found === null ? null : toRow<Session, 'tokenHash'>('tokenHash', found);
    },
    async ofUser(userId) {
      const found = await model.find({ userId }).lean<SessionDocument[]>();
      return found.map((each) => toRow<Session, 'tokenHash'>('tokenHash', each)).sort(newestFirst);
    },
    async touch(tokenHash, lastSeenAt) {
      await model.updateOne({ _id: tokenHash }, { $set: { lastSeenAt } });
    },
    async remove(tokenHash) {
      await model.deleteOne({ _id: tokenHash });
    },
    async removeOfUser(userId, kept) {
      const all = await model.find({ userId }, { _id: 1 }).lean<{ _id: string }[]>();
      await Promise.all(all.filter(({ _id }) => _id !== kept?.tokenHash).map(({ _id }) => model.deleteOne({ _id })));
    },
  };
}
