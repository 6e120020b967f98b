import { trusted, type Connection } from 'mongoose';
import type { TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { byCaseAndNumber } from './entry-order.ts';
import { timelineModel, type TimelineDocument } from './timeline-model.ts';
import type { EntryPlace, PlacedEntry, TimelineRepository } from './timeline-repository.ts';

export function mongoTimelines(connection: Connection): TimelineRepository {
  const model = timelineModel(connection);
  return {
    async append(entries, place) {
      await insertMissing(
        model,
        entries.map((entry) => toTimelineDocument(entry, place)),
      );
    },
    async ofCase(caseId, { afterNo, limit }) {
      const found = await model
        .find({ caseId, no: trusted({ $gt: afterNo }) })
        .sort({ no: 1 })
        .limit(limit)
        .lean<TimelineDocument[]>();
      return found.map(toEntry);
    },
    async ofDay({ deskId, day }) {
      const found = await model
        .find({ deskDay: `${deskId}/${day}` }, { _id: 0, hash: 0, deskDay: 0 })
        .lean<StoredPlacedEntry[]>();
      return found.map(({ data, ...entry }) => ({ ...entry, data: parsed(data) })).sort(byCaseAndNumber);
    },
  };
}

type StoredPlacedEntry = Omit<PlacedEntry, 'data'> & { data: string };

function toTimelineDocument(entry: TimelineEntry, place?: EntryPlace): TimelineDocument {
  const document = { ...entry, _id: `${entry.caseId}/${entry.no}`, data: JSON.stringify(entry.data) };
  if (place === undefined) return document;
  const { deskId, officeId, systemId } = place;
  return { ...document, deskDay: `${deskId}/${entry.at.slice(0, 10)}`, officeId, systemId };
}

function toEntry({ _id, data, deskDay: _day, officeId: _office, systemId: _system, ...entry }: TimelineDocument) {
  return { ...entry, data: parsed(data) };
}

function parsed(data: string): TimelineEntry['data'] {
  return JSON.parse(data) as TimelineEntry['data'];
}
