import type { Connection, Model } from 'mongoose';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { SchemaVersioned } from '../kernel/schema-version.ts';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';

/** `_id` is deskId/tier. */
export interface RotationDocument extends Omit<RotationView, 'state' | 'listsSeq'>, SchemaVersioned {
  _id: string;
  /** JSON text: only the rotation itself reads it. */
  state: string;
  /** JSON text of what is newer than `state` and `waiting`, if anything. */
  head?: string | null;
}

export function rotationModel(connection: Connection): Model<RotationDocument> {
  const schema = storeSchema<RotationDocument>({
    _id: String,
    deskId: String,
    tier: String,
    seq: Number,
    nextAgentId: String,
    roster: [
      partSchema<RotationView['roster'][number]>({
        agentId: String,
        availability: String,
        until: Number,
        capacity: Number,
        turns: Number,
        openCases: Number,
        effectiveCapacity: Number,
      }),
    ],
    waiting: [partSchema<RotationView['waiting'][number]>({ requestId: String, caseId: String, since: String })],
    state: String,
    head: String,
    version: Number,
    schemaVersion: Number,
  });
  return connection.model<RotationDocument>('Rotation', schema, 'rotations');
}
