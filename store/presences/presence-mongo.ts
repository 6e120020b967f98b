import type { Connection } from 'mongoose';
import { isDuplicateKey } from '../kernel/driver-errors.ts';
import { dayOf, mongoExpiring } from '../kernel/expiring-mongo.ts';
import { presenceModel, type PresenceDocument } from './presence-model.ts';
import { presenceIdOf, type PresenceRepository } from './presence-repository.ts';

export function mongoPresences(connection: Connection): PresenceRepository {
  const model = presenceModel(connection);
  return {
    ...mongoExpiring(model),
    async see(presence) {
      const seen = { $set: { ...presence, writtenDay: dayOf(presence.seenAt) } };
      try {
        await model.updateOne({ _id: presenceIdOf(presence) }, seen, { upsert: true });
      } catch (error) {
        // Seen from two windows for the first time at the same instant: the other one has said it.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async ofUser(userId) {
      const found = await model.find({ userId }).sort({ _id: 1 }).lean<PresenceDocument[]>();
      return found.map(({ _id, writtenDay: _writtenDay, ...presence }) => presence);
    },
    async ofCase(caseId) {
      const found = await model.find({ caseId }).lean<PresenceDocument[]>();
      return found
        .map(({ _id, writtenDay: _writtenDay, ...presence }) => presence)
        .sort((a, b) => a.userId.localeCompare(b.userId));
    },
  };
}
