import type { Connection, Model } from 'mongoose';
import type { Actor, TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';

/** `_id` is caseId/no, which makes an entry unique. */
export interface TimelineDocument extends Omit<TimelineEntry, 'data'> {
  _id: string;
  /** JSON text: its keys are free, which not every store allows, and the hash covers it as it is. */
  data: string;
  /** deskId/YYYY-MM-DD: what happened at a desk on a day is found by equality. Absent in entries without a place. */
  deskDay?: string;
  officeId?: string;
  systemId?: string;
  /** JSON text, with the last entry of a publication. Absent in entries that older versions wrote. */
  standing?: string;
}

export function timelineModel(connection: Connection): Model<TimelineDocument> {
  const schema = storeSchema<TimelineDocument>({
    _id: String,
    caseId: String,
    no: Number,
    type: { type: String },
    at: String,
    actor: partSchema<Actor>({ id: String, role: String }),
    data: String,
    hash: String,
    deskDay: String,
    officeId: String,
    systemId: String,
    standing: String,
  });
  schema.index({ caseId: 1, no: 1 });
  schema.index({ deskDay: 1 });
  return connection.model<TimelineDocument>('TimelineEntry', schema, 'timelines');
}
