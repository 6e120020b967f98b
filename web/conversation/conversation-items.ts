import type { Schemas } from '../api/client.ts';
import { timelineSentence, type TimelineEntry } from './timeline-sentence.ts';

/** Something that somebody has said. A question and a resolution are messages that also changed the case. */
export interface SaidItem {
  kind: 'report' | 'reply' | 'note' | 'question' | 'resolution';
  key: string;
  at: string;
  author: { id: string; name: string };
  /** Of a report. */
  title?: string;
  text: string;
  files: Schemas['Attachment'][];
}

interface EventItem {
  kind: 'event';
  key: string;
  at: string;
  entry: TimelineEntry;
}

export type ConversationItem = SaidItem | EventItem;

interface Sources {
  messages: readonly Schemas['Message'][];
  timeline: readonly TimelineEntry[];
  /** As far as the reader may read them. */
  reports: readonly Schemas['Report'][];
}

/** Entries that carry what somebody said: which kind, and where the words are. */
const spoken: Record<string, ['question' | 'resolution', string]> = {
  asked: ['question', 'message'],
  resolved: ['resolution', 'resolution'],
};

function itemOf(entry: TimelineEntry, knownReports: ReadonlySet<string>): ConversationItem[] {
  const { actor, at, data, no, type } = entry;
  const key = `entry-${no}-${at}`;
  const [kind, field] = spoken[type] ?? [];
  const text = field ? data[field] : undefined;
  if (kind && typeof text === 'string') return [{ kind, key, at, author: actor, text, files: [] }];
  // The report itself stands there.
  if (knownReports.has(String(data['reportId'])) && (type === 'received' || type === 'reportAttached')) return [];
  return timelineSentence(entry) ? [{ kind: 'event', key, at, entry }] : [];
}

/** What was said and what happened, in one order; what happened first stands first. */
export function conversationItems({ messages, timeline, reports }: Sources): ConversationItem[] {
  const knownReports = new Set(reports.map(({ id }) => id));
  const items: ConversationItem[] = [
    ...reports.map(({ id, submitter, title, description, receivedAt, attachments }) => ({
      kind: 'report' as const,
      key: `report-${id}`,
      at: receivedAt,
      author: submitter,
      title,
      text: description,
      files: attachments,
    })),
    ...messages.map(({ id, kind, at, author, text, attachments }) => ({
      ...{ kind, key: `message-${id}`, at, author, text },
      files: attachments,
    })),
    ...timeline.flatMap((entry) => itemOf(entry, knownReports)),
  ];
  return items.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
