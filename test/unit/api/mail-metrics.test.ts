import { afterEach, expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

let api: TestApi;
afterEach(() => api.close());

const published = async () => {
  const { status, body } = await api.client().get<string>('/metrics');
  return [status, /^giliran_mails_unsure (\S+)$/m.exec(body)?.[1]];
};

it('how many mails nobody can be sure of is published, and says when it is not known', async () => {
  let available = true;
  api = await buildTestApi({ store: fakeStore({ available: () => available }) });
  expect(await published()).toEqual([200, '0']);
  const at = '2026-11-24T01:00:00.000Z';
  const mail = { recipientId: 'xyz', attempts: 2, detail: null, createdAt: at, updatedAt: at };
  await api.store.mails.append([
    { ...mail, notificationId: 'one', state: 'gaveUp', unsure: 2 },
    { ...mail, notificationId: 'two', state: 'sent', unsure: 1 },
    { ...mail, notificationId: 'three', state: 'sent', unsure: 0 },
  ]);
  expect(await published()).toEqual([200, '2']);
  available = false;
  expect(await published()).toEqual([200, 'Nan']);
  available = true;
  expect(await published()).toEqual([200, '2']);
});
