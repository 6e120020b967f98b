import { FakeTable } from '../kernel/fake-table.ts';
import type { Mail, MailRepository } from './mail-repository.ts';

export function fakeMails(): MailRepository {
  const table = new FakeTable<Mail>();
  return {
    async append(mails) {
      for (const mail of mails) table.insert(mail.notificationId, mail);
    },
    async find(notificationId) {
      return table.get(notificationId);
    },
    async recordAttempt(notificationId, outcome) {
      const mail = table.get(notificationId);
      if (mail) table.put(notificationId, { ...mail, ...outcome });
    },
    async inState(state, limit) {
      return table.where((mail) => mail.state === state).slice(0, limit);
    },
  };
}
