import { trusted, type Model, type QueryFilter } from 'mongoose';
import type { Expiring } from './expiring.ts';

/** `writtenDay` is an indexed equality that leaves few, which either store serves fast. */
export function mongoExpiring<Document extends { _id: string; writtenDay: string }>(
  model: Model<Document>,
  mayGo: QueryFilter<Document> = {},
): Expiring {
  return {
    async writtenOn(writtenDay, { after, limit }) {
      const beyond = after === undefined ? {} : { _id: trusted({ $gt: after }) };
      const query = { writtenDay, ...beyond, ...mayGo } as QueryFilter<Document>;
      const found = await model.find(query, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    async removeMany(ids) {
      const query = { _id: trusted({ $in: ids }), ...mayGo } as QueryFilter<Document>;
      return (await model.deleteMany(query)).deletedCount;
    },
  };
}

/** Of an ISO 8601 UTC time. */
export const dayOf = (at: string): string => at.slice(0, 10);
