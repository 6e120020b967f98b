import type { Mail } from '../store/mails/mail-repository.ts';
import type { Notification } from '../store/notifications/notification-repository.ts';
import { StoreUnavailable } from '../store/store-errors.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users/user-repository.ts';
import type { CaseView } from '../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../workflows/kernel/timeline-types.ts';
import { notificationId, notificationsOf } from '../workflows/notifications/notification-rules.ts';
import type { Notice, Recipient } from '../workflows/notifications/notification-types.ts';
import { wantsMail } from './mail-wishes.ts';
import { rememberedPeople, type People } from './remembered-people.ts';
import { webhookNews } from './webhook-news.ts';

/** What sends on what has been written down; see `outboxStarter`. */
export interface OutboxStart {
  mailing(notificationId: string): void;
  delivery(deliveryId: string): void;
}

/** A session on an office server has been granted to an agent, or has ended without their doing. */
interface LeaseNews {
  kind: 'leaseGranted' | 'leaseEnded';
  caseId: string;
  number: string;
  agentId: string;
  serverId: string;
  /** Each lease is news once by the same key. */
  key: string;
  /** ISO 8601 UTC */
  at: string;
}

/** Tells people and programs what has happened. */
export interface Notifier {
  /** Writes down what follows for people and webhooks from these entries; the same entries again change nothing. */
  tell(view: CaseView, entries: TimelineEntry[]): Promise<void>;
  /** Tells an agent that they can begin, or have to stop. */
  tellLease(news: LeaseNews): Promise<void>;
  /** Tells the supervisors of a desk that an incident lasts too long; `no` is that of its timeline's entry. */
  tellOverdueIncident(news: { incidentId: string; deskId: string; no: number; at: string }): Promise<void>;
}

interface NotifierDeps {
  store: Store;
  /** Null: nothing leaves the service. */
  outbox: OutboxStart | null;
  /** Whether there is a mail server at all. */
  mails: boolean;
  /** Hears of what went wrong without harm to the case. */
  warn?: (message: string, error: unknown) => void;
}

/**
 * Contract: a case never waits for anything but the store, which it writes to anyway, and never fails. What cannot be
 * written for any other reason than a store that is away is reported and left; what leaves the service is only started
 * here, and not waited for (`worker/outbox-sweep.ts` starts what was not).
 */
export function createNotifier(deps: NotifierDeps): Notifier {
  const { store, outbox, warn = () => undefined } = deps;
  const people = rememberedPeople(store);
  const newsFor = webhookNews(store);

  const write = async (rows: Notification[]): Promise<void> => {
    const unique = [...new Map(rows.map((row) => [row.notificationId, row])).values()];
    const mails = outbox && deps.mails ? await mailsFor(people, unique) : [];
    await Promise.all([store.notifications.append(unique), store.mails.append(mails)]);
    for (const { notificationId: id } of mails) outbox?.mailing(id);
  };
  const tellWebhooks = async (view: CaseView, entries: TimelineEntry[]): Promise<void> => {
    const deliveries = outbox ? await newsFor(view, entries) : [];
    await store.deliveries.append(deliveries);
    for (const { deliveryId } of deliveries) outbox?.delivery(deliveryId);
  };
  const unharmed = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      warn('some news could not be told', error);
    }
  };
  return {
    tell: (view, entries) =>
      unharmed(async () => {
        const rows = await Promise.all(entries.map((entry) => rowsOf(people, view, entry)));
        await Promise.all([write(rows.flat()), tellWebhooks(view, entries)]);
      }),
    tellLease: ({ agentId, at, caseId, key, kind, number, serverId }) =>
      unharmed(() => {
        const recordedAt = new Date().toISOString();
        const id = notificationId({ caseId, key: `lease/${serverId}/${key}`, recipientId: agentId });
        const about = { recipientId: agentId, kind, caseId, number, agentId, serverId };
        return write([{ notificationId: id, ...about, at, recordedAt, readAt: null }]);
      }),
    tellOverdueIncident: ({ at, deskId, incidentId, no }) =>
      unharmed(async () => {
        const recordedAt = new Date().toISOString();
        const about = { caseId: incidentId, number: incidentId, incidentId, agentId: null, serverId: null };
        const rows = (await people.supervisorsOf(deskId)).map((recipientId): Notification => ({
          notificationId: notificationId({ caseId: incidentId, key: `overdue/${no}`, recipientId }),
          ...{ ...about, recipientId, kind: 'incidentOverdue', at, recordedAt, readAt: null },
        }));
        await write(rows);
      }),
  };
}

async function rowsOf(people: People, view: CaseView, entry: TimelineEntry): Promise<Notification[]> {
  const recordedAt = new Date().toISOString();
  const rows = notificationsOf(view, entry).map(async ({ about, agentId, key, kind, recipient }: Notice) =>
    (await idsOf(people, recipient)).map((recipientId) => ({
      notificationId: notificationId({ caseId: about ?? view.caseId, key, recipientId }),
      ...{ recipientId, kind, caseId: view.caseId, number: view.number, agentId, serverId: null },
      ...{ at: entry.at, recordedAt, readAt: null },
    })),
  );
  return (await Promise.all(rows)).flat();
}

async function idsOf(people: People, recipient: Recipient): Promise<string[]> {
  return 'userId' in recipient ? [recipient.userId] : people.supervisorsOf(recipient.supervisorsOf);
}

async function mailsFor(people: People, rows: Notification[]): Promise<Mail[]> {
  const users = await people.known(rows.map(({ recipientId }) => recipientId));
  return rows.filter((row) => wanted(users.get(row.recipientId), row)).map(toMail);
}

function wanted(user: User | undefined, { kind }: Notification): boolean {
  return user !== undefined && wantsMail(user, kind);
}

function toMail({ notificationId: id, recipientId, recordedAt }: Notification): Mail {
  const fresh = { state: 'due' as const, attempts: 0, unsure: 0, detail: null };
  return { notificationId: id, recipientId, ...fresh, createdAt: recordedAt, updatedAt: recordedAt };
}
