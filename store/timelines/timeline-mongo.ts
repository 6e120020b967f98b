import { trusted, type Connection } from 'mongoose';
import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { timelineModel, type TimelineDocument } from './timeline-model.ts';
import type { TimelineRepository } from './timeline-repository.ts';

export function mongoTimelines(connection: Connection): TimelineRepository {
  const model = timelineModel(connection);
  return {
    async append(entries) {
      await insertMissing(model, entries.map(toTimelineDocument));
    },
    async ofCase(caseId, { afterNo, limit }) {
      const found = await model
        .find({ caseId, no: trusted({ $gt: afterNo }) })
        .sort({ no: 1 })
        .limit(limit)
        .lean<TimelineDocument[]>();
      return found.map(toEntry);
    },
  };
}

function toTimelineDocument(entry: TimelineEntry): TimelineDocument {
  return { ...entry, _id: `${entry.caseId}/${entry.no}`, data: JSON.stringify(entry.data) };
}

function toEntry({ _id, data, ...entry }: TimelineDocument): TimelineEntry {
  return { ...entry, data: JSON.parse(data) as TimelineEntry['data'] };
}
