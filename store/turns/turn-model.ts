import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Turn } from './turn-repository.ts';

export interface TurnDocument extends Turn {
  /** rotation/seq, which makes a turn unique. */
  _id: string;
  /** deskId/tier */
  rotation: string;
  /** Which run of turns it belongs to: a page is found by equality, which is all that the fallback store indexes. */
  block: string;
  /** rotation/YYYY-MM-DD */
  day: string;
}

export function turnModel(connection: Connection): Model<TurnDocument> {
  const schema = storeSchema<TurnDocument>({
    _id: String,
    rotation: String,
    block: String,
    day: String,
    deskId: String,
    tier: String,
    seq: Number,
    requestId: String,
    caseId: String,
    attempt: Number,
    agentId: String,
    at: String,
  });
  schema.index({ rotation: 1, seq: 1 });
  schema.index({ block: 1, seq: 1 });
  schema.index({ day: 1 });
  return connection.model<TurnDocument>('Turn', schema, 'turns');
}
