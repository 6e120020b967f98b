import { trusted, type Connection } from 'mongoose';
import type { Standing, TimelineEntry, ToldEntry } from '../../workflows/kernel/timeline-types.ts';
import { insertMissing } from '../kernel/insert-once.ts';
import { byCaseAndNumber } from './entry-order.ts';
import { timelineModel, type TimelineDocument } from './timeline-model.ts';
import type { EntryContext, PlacedEntry, TimelineRepository } from './timeline-repository.ts';

export function mongoTimelines(connection: Connection): TimelineRepository {
  const model = timelineModel(connection);
  return {
    async append(entries, beside = {}) {
      const last = entries.at(-1);
      await insertMissing(
        model,
        entries.map((entry) => toTimelineDocument(entry, entry === last ? beside : { place: beside.place })),
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
    async told(caseId) {
      const found = await model.find({ caseId }).sort({ no: 1 }).lean<TimelineDocument[]>();
      return found.map(toToldEntry);
    },
    async subjects({ after, limit }) {
      const firsts = await model
        .find({ no: 1, caseId: trusted({ $gt: after }) }, { caseId: 1 })
        .sort({ caseId: 1 })
        .limit(limit)
        .lean<Pick<TimelineDocument, 'caseId'>[]>();
      return firsts.map(({ caseId }) => caseId);
    },
    async everything({ after, limit }) {
      const beyond = after && {
        $or: [{ caseId: trusted({ $gt: after.caseId }) }, { caseId: after.caseId, no: trusted({ $gt: after.no }) }],
      };
      const found = await model
        .find(beyond ?? {})
        .sort({ caseId: 1, no: 1 })
        .limit(limit)
        .lean<TimelineDocument[]>();
      return found.map(toCheckedEntry);
    },
    async ofDay({ deskId, day }) {
      const found = await model
        .find({ deskDay: `${deskId}/${day}` }, { _id: 0, hash: 0, deskDay: 0, standing: 0 })
        .lean<StoredPlacedEntry[]>();
      return found.map(({ data, ...entry }) => ({ ...entry, data: parsed(data) })).sort(byCaseAndNumber);
    },
  };
}

type StoredPlacedEntry = Omit<PlacedEntry, 'data'> & { data: string };

function toTimelineDocument(entry: TimelineEntry, { place, standing }: EntryContext): TimelineDocument {
  return {
    ...entry,
    _id: `${entry.caseId}/${entry.no}`,
    data: JSON.stringify(entry.data),
    ...(place && {
      deskDay: `${place.deskId}/${entry.at.slice(0, 10)}`,
      officeId: place.officeId,
      systemId: place.systemId,
    }),
    ...(standing && { standing: JSON.stringify(standing) }),
  };
}

function toEntry(document: TimelineDocument): TimelineEntry {
  const { _id, data, deskDay: _day, officeId: _office, systemId: _system, standing: _standing, ...entry } = document;
  return { ...entry, data: parsed(data) };
}

function toToldEntry(document: TimelineDocument): ToldEntry {
  const { standing } = document;
  return { ...toEntry(document), ...(standing === undefined ? {} : { standing: JSON.parse(standing) as Standing }) };
}

/** Somebody may have written there what is no JSON: then it shows as what it is, and fits no hash. */
function toCheckedEntry(document: TimelineDocument): TimelineEntry {
  try {
    return toEntry(document);
  } catch {
    return { ...toEntry({ ...document, data: '{}' }), data: { unreadable: document.data } };
  }
}

function parsed(data: string): TimelineEntry['data'] {
  return JSON.parse(data) as TimelineEntry['data'];
}
