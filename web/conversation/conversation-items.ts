import type { Schemas } from '../api/client.ts';
import { withoutRepeats } from './same-reports.ts';
import { timelineSentence, type TimelineEntry } from './timeline-sentence.ts';
import { toldOnce } from './told-once.ts';

/** Something that somebody has said. A question and a resolution are messages that also changed the case. */
export interface SaidItem {
  kind: 'report' | 'reply' | 'note' | 'question' | 'resolution';
  key: string;
  at: string;
  author: { id: string; name: string };
  /** Of a report. */
  title?: string;
  /** Of a report: who sent the same once more. */
  again?: { id: string; name: string; at: string }[];
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

/** What an entry says in words, if it does. */
function saidIn({ actor, at, data, no, type }: TimelineEntry): SaidItem | null {
  const [kind, field] = spoken[type] ?? [];
  const text = field ? data[field] : undefined;
  if (!kind || typeof text !== 'string') return null;
  return { kind, key: `entry-${no}-${at}`, at, author: actor, text, files: [] };
}

function itemOf(entry: TimelineEntry, knownReports: ReadonlySet<string>): ConversationItem[] {
  const { at, data, no, type } = entry;
  const said = saidIn(entry);
  if (said) return [said];
  // The report itself stands there.
  if (knownReports.has(String(data['reportId'])) && (type === 'received' || type === 'reportAttached')) return [];
  return timelineSentence(entry) ? [{ kind: 'event', key: `entry-${no}-${at}`, at, entry }] : [];
}

const saidBy = (said: Pick<SaidItem, 'author' | 'text'> | null): string =>
  JSON.stringify([said?.author.id, said?.text]);

/** What was said and what happened, in one order; what happened first stands first. */
export function conversationItems({ messages, timeline, reports }: Sources): ConversationItem[] {
  const knownReports = new Set(reports.map(({ id }) => id));
  // A question stands among the messages too, and there as any reply.
  const questions = new Set(timeline.flatMap((entry) => (entry.type === 'asked' ? saidBy(saidIn(entry)) : [])));
  const items: ConversationItem[] = [
    ...withoutRepeats(reports).map(({ report, again }) => ({
      kind: 'report' as const,
      key: `report-${report.id}`,
      at: report.receivedAt,
      author: report.submitter,
      title: report.title,
      text: report.description,
      files: report.attachments,
      again: again.map(({ id, receivedAt, submitter }) => ({ id, name: submitter.name, at: receivedAt })),
    })),
    ...messages
      .filter((message) => !questions.has(saidBy(message)))
      .map(({ id, kind, at, author, text, attachments }) => ({
        ...{ kind, key: `message-${id}`, at, author, text },
        files: attachments,
      })),
    ...toldOnce(timeline).flatMap((entry) => itemOf(entry, knownReports)),
  ];
  return items.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
