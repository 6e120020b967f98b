import type { Connection } from 'mongoose';
import { findMany } from '../kernel/find-many.ts';
import { insertOnce } from '../kernel/insert-once.ts';
import { oneAtATime, updateIfNewer } from '../kernel/newer-version.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { rosterOrder } from './roster-order.ts';
import { userModel, type UserDocument } from './user-model.ts';
import type { User, UserRepository } from './user-repository.ts';

const toUser = (document: UserDocument) => toRow<User, 'userId'>('userId', document);

export function mongoUsers(connection: Connection): UserRepository {
  const model = userModel(connection);
  return {
    async insert(user) {
      return insertOnce(model, toDocument('userId', user));
    },
    async find(userId) {
      const found = await model.findById(userId).lean<UserDocument>();
      return found === null ? null : toUser(found);
    },
    async findByUsername(username) {
      const found = await model.findOne({ username }).lean<UserDocument>();
      return found === null ? null : toUser(found);
    },
    async findMany(userIds) {
      return (await findMany(model, userIds)).map(toUser);
    },
    async agentsOf({ deskId, tier }) {
      const found = await model.find({ deskId, tier, role: 'agent', active: true }).lean<UserDocument[]>();
      return found.map(toUser).sort(rosterOrder);
    },
    async list() {
      return (await model.find().sort('_id').lean<UserDocument[]>()).map(toUser);
    },
    async record({ userId, ...profile }) {
      return updateIfNewer<UserDocument>(model, { _id: userId, ...profile } as UserDocument);
    },
    async recordPassword({ userId, ...password }) {
      return oneAtATime(model, userId, async () => {
        const { matchedCount } = await model.updateOne({ _id: userId }, { $set: password });
        return matchedCount > 0;
      });
    },
    async clearSecrets(userId) {
      const cleared = { $set: { passwordHash: '', oneTimePassword: false }, $unset: { language: 1, mailChoices: 1 } };
      await oneAtATime(model, userId, () => model.updateOne({ _id: userId }, cleared));
    },
    async remove(userId) {
      await model.deleteOne({ _id: userId });
    },
    async supervisorsOf(deskId) {
      const found = await model.find({ deskId, role: 'supervisor', active: true }).lean<UserDocument[]>();
      return found.map(toUser).sort((one, other) => (one.userId < other.userId ? -1 : 1));
    },
    async saveMailChoices(userId, choices) {
      await oneAtATime(model, userId, () => model.updateOne({ _id: userId }, { $set: choices }));
    },
  };
}
