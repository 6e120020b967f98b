import { ApplicationFailure } from '@temporalio/common';
import type { Mail } from '../../store/mails/mail-repository.ts';
import type { Notification } from '../../store/notifications/notification-repository.ts';
import type { Store } from '../../store/store.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { OutboxActivities } from '../../workflows/outbox/outbox-activity-port.ts';
import { wantsMail } from '../../publishing/mail-wishes.ts';
import { composeMail } from './mail-composer.ts';
import type { MailAnswer, MailPort, OutgoingMail } from './mail-port.ts';

type MailActivities = Pick<OutboxActivities, 'sendMail' | 'giveUpMail'>;

/**
 * Sends mails. Before each attempt it is noted that the server may have taken it, and corrected when the server has said
 * otherwise: so a worker that dies in between leaves the truth behind, and a mail that may have come twice is counted.
 */
export function mailSender(
  store: Store,
  { mail, publicUrl }: { mail: MailPort | null; publicUrl: string },
): MailActivities {
  const note = async (row: Mail, outcome: Partial<Mail>): Promise<string> => {
    const { state, attempts, unsure, detail } = { ...row, ...outcome };
    const updatedAt = new Date().toISOString();
    await store.mails.recordAttempt(row.notificationId, { state, attempts, unsure, detail, updatedAt });
    return state;
  };
  return {
    async sendMail({ notificationId }) {
      const row = await store.mails.find(notificationId);
      if (row === null || row.state !== 'due') return row?.state ?? 'notWanted';
      const composed = await mailFor(store, notificationId, publicUrl);
      if (composed === null || mail === null) return note(row, { state: 'notWanted' });
      const tried = { ...row, attempts: row.attempts + 1 };
      await note(tried, { unsure: row.unsure + 1 });
      const answer = await mail.send(composed);
      const state = await note(tried, outcomeOf(answer, row));
      if (answer.outcome === 'later') throw ApplicationFailure.retryable(answer.detail, 'MailLater');
      return state;
    },
    async giveUpMail({ notificationId }) {
      const row = await store.mails.find(notificationId);
      if (row === null || row.state !== 'due') return row?.state ?? 'notWanted';
      return note(row, { state: 'gaveUp' });
    },
  };
}

function outcomeOf(answer: MailAnswer, before: Mail): Partial<Mail> {
  const detail = answer.detail.slice(0, 500);
  switch (answer.outcome) {
    case 'accepted':
      return { state: 'sent', unsure: before.unsure, detail };
    case 'refused':
      return { state: 'refused', unsure: before.unsure, detail };
    case 'later':
      return { unsure: before.unsure + (answer.unsure ? 1 : 0), detail };
  }
}

/** Null when nobody wants it (any more). */
async function mailFor(store: Store, notificationId: string, publicUrl: string): Promise<OutgoingMail | null> {
  const notification = await store.notifications.find(notificationId);
  const user = notification && (await store.users.find(notification.recipientId));
  if (!notification || !user?.email || !wantsMail(user, notification.kind)) return null;
  const { agent, server } = await namesIn(store, notification);
  const recipient = { name: user.name, address: user.email, language: languageOf(user) };
  const { kind, caseId, incidentId, number } = notification;
  return composeMail({ notificationId, kind, caseId, incidentId, number, agent, server, recipient, publicUrl });
}

function languageOf({ language }: User): 'id' | 'en' {
  return language === 'en' ? 'en' : 'id';
}

async function namesIn(store: Store, { agentId, serverId }: Notification) {
  const agent = agentId === null ? null : await store.users.find(agentId);
  const server = serverId === null ? null : await store.officeServers.find(serverId);
  return { agent: agent?.name ?? agentId, server: server?.name ?? serverId };
}
