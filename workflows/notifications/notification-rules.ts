import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseView } from '../complaint/complaint-types.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { Notice, NotificationKind } from './notification-types.ts';

type Told = Pick<CaseView, 'agentId' | 'deskId' | 'reporterIds' | 'status'>;

type Draft = Omit<Notice, 'agentId'>;

type Rule = (entry: TimelineEntry, view: Told) => Draft[];

/**
 * Who is told what when this has happened to the case. Contract:
 * 1. Nobody is told of their own doing, except the sender of a report that was attached, for whom it is news that it is
 *    being handled already (said once for each case), or that was detached and has become a case of its own.
 * 2. Internal notes, internal reasons and reports of others never reach a submitter: no notice holds a text at all.
 * 3. A person gets at most one notice of an entry.
 * 4. Pure: the same entry and view give the same notices.
 *
 * @param view the case as it is now, which may be later than the entry
 */
export function notificationsOf(view: Told, entry: TimelineEntry): Notice[] {
  const rule = Object.hasOwn(rules, entry.type) ? rules[entry.type] : undefined;
  const seen = new Set<string>();
  const news = (rule?.(entry, view) ?? []).filter(({ recipient, kind }) => {
    const name = JSON.stringify(recipient);
    const isOwnDoing = 'userId' in recipient && recipient.userId === entry.actor.id && !senderKinds.includes(kind);
    if (isOwnDoing || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  return news.map((draft) => ({ ...draft, agentId: namedAgentOf(entry) }));
}

/** The id of a notification: the same news for the same person always has the same one, so that it is kept once. */
export function notificationId(news: { caseId: string; key: string; recipientId: string }): string {
  const { caseId, key, recipientId } = news;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([caseId, key, recipientId])))).slice(0, 32);
}

/** What senders hear although it began with themselves. */
const senderKinds: NotificationKind[] = ['attached', 'detached'];

const rules: Record<string, Rule> = {
  received: (entry) =>
    idAt(entry, 'detachedFromId') === null
      ? []
      : [{ kind: 'detached', recipient: { userId: entry.actor.id }, key: 'detached' }],
  assigned: (entry, view) => [
    ...agent('givenToYou', entry, idAt(entry, 'agentId')),
    ...reporters('assigned', entry, view),
  ],
  reportAttached: attached,
  replied: (entry, view) =>
    entry.actor.role === 'submitter'
      ? agent('submitterReplied', entry, view.agentId)
      : reporters('replied', entry, view),
  asked: (entry, view) => reporters('asked', entry, view),
  resolved: (entry, view) => ofIncident('incidentResolved', entry, view) ?? reporters('resolved', entry, view),
  incidentJoined: (entry, view) => [
    ...(ofIncident('incidentJoined', entry, view) ?? []),
    ...agent('takenFromYou', entry, namedAgentOf(entry)),
  ],
  reopened: (entry, view) => reporters('reopened', entry, view),
  closed: (entry, view) => reporters('closed', entry, view),
  merged: (entry, view) => [
    ...reporters('merged', entry, view),
    ...agent('takenFromYou', entry, namedAgentOf(entry) ?? view.agentId),
  ],
  reassigned: (entry) => agent('takenFromYou', entry, namedAgentOf(entry)),
  corrected: (entry) => agent('takenFromYou', entry, namedAgentOf(entry)),
  handedOver: (entry) => agent('takenFromYou', entry, namedAgentOf(entry)),
  withdrawn: (entry, view) => agent('withdrawn', entry, namedAgentOf(entry) ?? view.agentId),
  acknowledgementMissed: (entry, view) => [
    ...agent('takenFromYou', entry, namedAgentOf(entry)),
    ...supervisors('acknowledgementMissed', entry, view),
  ],
  overdue: (entry, view) => [
    ...agent('takenFromYou', entry, namedAgentOf(entry)),
    ...supervisors('overdue', entry, view),
  ],
  escalated: (entry, view) => [
    ...agent('takenFromYou', entry, namedAgentOf(entry)),
    ...(entry.data.by === 'deadline' ? supervisors('escalatedByDeadline', entry, view) : []),
  ],
};

/** The sender hears once that the case is handled already; the agent hears once of each further person. */
function attached(entry: TimelineEntry, view: Told): Draft[] {
  const senderId = entry.actor.id;
  const told: Draft[] = [{ kind: 'attached', recipient: { userId: senderId }, key: 'attached' }];
  if (view.agentId === null) return told;
  return [...told, { kind: 'reportAttached', recipient: { userId: view.agentId }, key: `reportAttached/${senderId}` }];
}

function agent(kind: NotificationKind, entry: TimelineEntry, userId: string | null): Draft[] {
  return userId === null ? [] : [{ kind, recipient: { userId }, key: String(entry.no) }];
}

function reporters(kind: NotificationKind, entry: TimelineEntry, view: Told): Draft[] {
  return view.reporterIds.map((userId) => ({ kind, recipient: { userId }, key: String(entry.no) }));
}

/** Each reporter hears once of the whole incident; null when the entry names none. */
function ofIncident(kind: NotificationKind, entry: TimelineEntry, view: Told): Draft[] | null {
  const incidentId = idAt(entry, 'incidentId');
  return incidentId === null
    ? null
    : reporters(kind, entry, view).map((draft) => ({ ...draft, key: kind, about: incidentId }));
}

function supervisors(kind: NotificationKind, entry: TimelineEntry, view: Told): Draft[] {
  return [{ kind, recipient: { supervisorsOf: view.deskId }, key: String(entry.no) }];
}

/** The agent whom the entry is about: who got the case by it, or lost it. */
function namedAgentOf(entry: TimelineEntry): string | null {
  return idAt(entry, 'fromAgentId') ?? idAt(entry, 'agentId');
}

function idAt({ data }: TimelineEntry, field: string): string | null {
  const value = data[field];
  return typeof value === 'string' ? value : null;
}
