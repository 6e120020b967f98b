import { notificationId, notificationsOf } from '../../../workflows/notifications/notification-rules.ts';
import { notificationKinds, type NotificationKind } from '../../../workflows/notifications/notification-types.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { grouped } from './grouping.ts';
import type { CaseRow, NotificationRow, Observations, Violation } from './observations.ts';

/** I4: one notification per (case, event, recipient), none missing, and every mail under one Message-ID. */
export function checkNotifications(seen: Observations): Violation[] {
  return [...checkDoubles(seen), ...checkMissing(seen), ...checkMails(seen)];
}

/** By what it says and not by its id, which the store keeps unique anyway. */
function checkDoubles({ notifications }: Observations): Violation[] {
  const sameNews = ({ at, caseId, kind, recipientId }: NotificationRow) => `${caseId} ${kind} ${at} ${recipientId}`;
  return [...grouped(notifications, sameNews)].flatMap(([news, rows]): Violation[] =>
    rows.length === 1 ? [] : [{ invariant: 'I4', caseId: rows[0]?.caseId, what: `told ${rows.length} times: ${news}` }],
  );
}

/** What follows from each entry of a timeline for people who do not depend on when it was told: agents, the first sender. */
function checkMissing({ cases, notifications, supervisorIds, timelines }: Observations): Violation[] {
  const present = new Set(notifications.map((row) => row.notificationId));
  const entriesOf = grouped(timelines, ({ caseId }) => caseId);
  return cases.flatMap((view) =>
    (entriesOf.get(view.caseId) ?? []).flatMap((entry) =>
      expectedOf(view, entriesOf.get(view.caseId)?.[0], entry, supervisorIds).flatMap(({ id, whom }): Violation[] => {
        if (present.has(id)) return [];
        return [
          { invariant: 'I4', caseId: view.caseId, what: `${whom} was not told of entry ${entry.no}, ${entry.type}` },
        ];
      }),
    ),
  );
}

function expectedOf(view: CaseRow, first: TimelineEntry | undefined, entry: TimelineEntry, supervisorIds: string[]) {
  const reporterIds = first?.type === 'received' ? [first.actor.id] : [];
  const told = { agentId: null, deskId: view.deskId, reporterIds, status: 'assigned' as const };
  return notificationsOf(told, entry).flatMap(({ about, key, recipient }) =>
    ('userId' in recipient ? [recipient.userId] : supervisorIds).map((whom) => ({
      whom,
      id: notificationId({ caseId: about ?? view.caseId, key, recipientId: whom }),
    })),
  );
}

/** A mail that counts as sent has arrived; whatever arrived is a mail of ours, under the id of its news. */
function checkMails({ mailRows, mails, notifications }: Observations): Violation[] {
  const kinds = new Map(notifications.map((row) => [row.notificationId, row]));
  const violations: Violation[] = [];
  const arrived = new Set(mails.map(({ messageId }) => messageId));
  for (const { notificationId: id, recipientId, state } of mailRows) {
    const news = kinds.get(id);
    if (!news || !Object.hasOwn(notificationKinds, news.kind as NotificationKind))
      violations.push({ invariant: 'I4', what: `a mail to ${recipientId} is about no news: ${id}` });
    if (state === 'sent' && mails.length > 0 && !arrived.has(id))
      violations.push({ invariant: 'I4', caseId: news?.caseId, what: `mail ${id} counts as sent and has not arrived` });
    if (state === 'due')
      violations.push({
        invariant: 'I4',
        caseId: news?.caseId,
        what: `mail ${id} to ${recipientId} is still to be sent`,
      });
  }
  const rows = new Set(mailRows.map((row) => row.notificationId));
  for (const messageId of arrived)
    if (!rows.has(messageId))
      violations.push({ invariant: 'I4', what: `a mail arrived that nobody wrote: ${messageId}` });
  return violations;
}

/** How many mails came more than once: allowed after a broken connection, and published. */
export function mailsTwice({ mails }: Pick<Observations, 'mails'>): number {
  return mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
}
