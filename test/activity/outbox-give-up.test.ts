import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOutboxDesk, type OutboxDesk } from '../support/outbox/outbox-desk.ts';

let outbox: OutboxDesk;
beforeAll(async () => {
  outbox = await startOutboxDesk({ giveUpAfter: 1_500 });
});
afterAll(() => outbox.end());

it('one that is down for good is given up, and no case knows of it', async () => {
  outbox.mail.faults.push(...Array.from({ length: 200 }, () => 421));
  const { notificationId, handle } = await outbox.resolvedCase('mati');
  await outbox.untilMail(notificationId, 'gaveUp');
  outbox.mail.faults.length = 0;
  expect((await handle.describe()).status.name).toBe('RUNNING');
});

it('a webhook that fails for too long is given up, one that says 410 at once', async () => {
  outbox.hook.statuses.push(...Array.from({ length: 100 }, () => 503));
  const { caseId } = await outbox.resolvedCase('gagal');
  expect(await outbox.untilDelivery(caseId, 'failed')).toMatchObject({ lastStatus: 503 });
  outbox.hook.statuses.length = 0;
  outbox.hook.statuses.push(410);
  const gone = await outbox.resolvedCase('pergi');
  expect(await outbox.untilDelivery(gone.caseId, 'failed')).toMatchObject({ attempts: 1, lastStatus: 410 });
});
