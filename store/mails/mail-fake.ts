import { fakeExpiring } from '../kernel/expiring-fake.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import type { Mail, MailRepository } from './mail-repository.ts';

export function fakeMails(): MailRepository {
  const table = new FakeTable<Mail>();
  return {
    ...fakeExpiring(table, {
      idOf: ({ notificationId }) => notificationId,
      writtenAt: ({ createdAt }) => createdAt,
      mayGo: ({ state }) => state !== 'due',
    }),
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
    async dueAmong(notificationIds) {
      const due = table.getMany(notificationIds).filter(({ state }) => state === 'due');
      return due.map(({ notificationId }) => notificationId);
    },
    async countUnsure() {
      return table.where(({ unsure }) => unsure > 0).length;
    },
    async inState(state, limit) {
      return table.where((mail) => mail.state === state).slice(0, limit);
    },
  };
}
