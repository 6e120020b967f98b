import type { Store } from '../../store/store.ts';
import type { Json, TimelineEntry } from '../../workflows/kernel/timeline-types.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import type { Locale } from '../locale/translate.ts';
import type { Directory } from './complaint-directory.ts';
import type { FoundCase } from './complaint-lookup.ts';
import { anonymousName, systemName } from './complaint-texts.ts';

export interface TimelineReader {
  actor: Actor;
  locale: Locale;
}

export interface PresentedEntry {
  no: number;
  type: string;
  at: string;
  actor: { id: string; name: string; role: string };
  data: Record<string, Json>;
  hash?: string;
}

interface Joined {
  names: Map<string, string>;
  texts: Map<string, string>;
}

type Data = TimelineEntry['data'];

/** Which text stands behind which id. */
const textFields = [
  ['resolutionId', 'resolution'],
  ['reasonId', 'reason'],
  ['messageId', 'message'],
  ['commentId', 'comment'],
] as const;

const agentFields = [
  ['agentId', 'agentName'],
  ['fromAgentId', 'fromAgentName'],
  ['toAgentId', 'toAgentName'],
] as const;

function textAt(data: Data, field: string): string | null {
  const value = data[field];
  return typeof value === 'string' ? value : null;
}

function present(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}

async function joined(store: Store, directory: Directory, entries: TimelineEntry[]): Promise<Joined> {
  const textIds = present(entries.flatMap(({ data }) => textFields.map(([idField]) => textAt(data, idField))));
  const personIds = present(
    entries.flatMap(({ actor, data }) => [
      actor.role === 'system' ? null : actor.id,
      ...agentFields.map(([idField]) => textAt(data, idField)),
    ]),
  );
  const [messages, names] = await Promise.all([
    textIds.length === 0 ? [] : store.messages.findMany(textIds),
    directory.people(personIds),
  ]);
  return { names, texts: new Map(messages.map(({ messageId, text }) => [messageId, text])) };
}

/** The entry's data, with the texts and names that its ids stand for beside them. */
function withTexts(data: Data, { names, texts }: Joined): Record<string, Json> {
  const shown: Record<string, Json> = { ...data };
  for (const [idField, field] of textFields) {
    const text = texts.get(textAt(data, idField) ?? '');
    if (text !== undefined) shown[field] = text;
  }
  for (const [idField, field] of agentFields) {
    const agentId = textAt(data, idField);
    if (agentId !== null) shown[field] = names.get(agentId) ?? agentId;
  }
  return shown;
}

/** What submitters may see of each type of entry; of a type that is not listed, nothing. */
const publicFields: Record<string, string[]> = {
  reportAttached: ['reportCount'],
  reportDetached: ['reportCount'],
  assigned: ['agentId', 'agentName', 'tier'],
  resolved: ['resolution', 'incidentId'],
  incidentJoined: ['incidentId'],
  incidentLeft: [],
  asked: ['message'],
  corrected: ['from', 'to'],
  closed: [],
};

/** Shown in full to whom they are from. */
const ownTypes = ['replied', 'withdrawn', 'reportWithdrawn', 'reopened', 'rated'];

function publicData(
  entry: TimelineEntry,
  data: Record<string, Json>,
  { ownReportIds, readerId }: { ownReportIds: Set<string>; readerId: string },
): Record<string, Json> {
  if (ownTypes.includes(entry.type) && entry.actor.id === readerId) return data;
  // What staff answer is for every reporter of the case; what another reporter writes is not.
  if (entry.type === 'replied' && entry.actor.role !== 'submitter') return data;
  const reportId = textAt(entry.data, 'reportId');
  const fields = publicFields[entry.type] ?? [];
  const shown: Record<string, Json> = {};
  if (reportId !== null && ownReportIds.has(reportId)) shown.reportId = reportId;
  for (const field of fields) if (data[field] !== undefined) shown[field] = data[field];
  return shown;
}

function presentedActor(
  { actor }: TimelineEntry,
  reader: TimelineReader,
  names: Map<string, string>,
  isStaff: boolean,
) {
  const { id, role } = actor;
  if (role === 'system') return { id, role, name: systemName(reader.locale) };
  const isStranger = role === 'submitter' && id !== reader.actor.id;
  if (isStranger && !isStaff) return { id: 'anonymous', role, name: anonymousName(reader.locale) };
  return { id, role, name: names.get(id) ?? id };
}

/**
 * The only way for a timeline to leave the API. Staff get every entry as recorded, with its place in the chain.
 * Submitters get the course of things: no internal reasons, no other reporters, and no hashes, since from a hash one
 * could find out by trial what was left out.
 */
export async function presentTimeline(
  deps: { store: Store; directory: Directory },
  found: FoundCase,
  entries: TimelineEntry[],
  reader: TimelineReader,
): Promise<PresentedEntry[]> {
  const isStaff = can(reader.actor, 'case.readInternal', found);
  const ownReportIds = new Set(found.ownReports.map(({ reportId }) => reportId));
  const joins = await joined(deps.store, deps.directory, entries);
  return entries.map((entry) => {
    const { at, hash, no, type } = entry;
    const data = withTexts(entry.data, joins);
    const common = { no, type, at, actor: presentedActor(entry, reader, joins.names, isStaff) };
    return isStaff
      ? { ...common, data, hash }
      : { ...common, data: publicData(entry, data, { ownReportIds, readerId: reader.actor.id }) };
  });
}
