import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../../api/admin/chain-verification.ts';
import type { Store } from '../../store/store.ts';
import { StoreUnavailable } from '../../store/store-errors.ts';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import type { TestClient } from '../support/api/test-client.ts';
import { buildReport } from '../support/builders/report-builder.ts';

let api: TestApi;
let admin: TestClient;
let store: Store;
let drop: () => Promise<void>;

/** Whatever tells who it was. */
const personal = [
  'Siti Rahmawati',
  'siti@kantor.example',
  'pengaduan Siti',
  'nomor telepon',
  'ktp-siti',
  'laptop Siti',
];
const at = '2026-11-24T01:00:00.000Z';
const path = '/v1/users/xyz/personal-data';
const anonymise = (id = 'xyz') => admin.post(`/v1/users/${id}/anonymise`, { reason: 'Diminta' });
const seen = async (address: string) => JSON.stringify((await admin.get(address)).body);
const found = (text: string) => personal.filter((word) => text.includes(word));

beforeAll(async () => {
  const real = await realStore();
  ({ drop, store } = real);
  api = await buildTestApi({ store });
  admin = await api.signedIn('admin');
  await admin.request('PATCH', '/v1/users/xyz', { body: { name: 'Siti Rahmawati', email: 'siti@kantor.example' } });
  const xyz = await api.signedIn('xyz');
  await xyz.post('/v1/tokens', { name: 'laptop Siti' });
  const words = { title: 'pengaduan Siti', description: 'nomor telepon 0812' };
  await store.reports.insert(buildReport({ reportId: 'hers', submitterId: 'xyz', enteredById: 'xyz', ...words }));
  const forOther = { title: 'untuk DEF', description: 'dari DEF' };
  await store.reports.insert(buildReport({ reportId: 'typed', submitterId: 'def', enteredById: 'xyz', ...forOther }));
  const message = { caseId: 'case-1', kind: 'reply', at } as const;
  await store.messages.insert({ ...message, messageId: 'hers', authorId: 'xyz', text: 'nomor telepon saya 0812' });
  await store.messages.insert({ ...message, messageId: 'others', authorId: 'petugas-a', text: 'Baik.' });
  const file = { attachmentId: 'file', uploaderId: 'xyz', mediaType: 'image/png', size: 3, uploadedAt: at };
  await store.attachments.insert({ ...file, fileName: 'ktp-siti.png' });
  await store.attachmentFiles.write('file', Readable.from([Buffer.from('ktp')]));
  await store.presences.see({ caseId: 'case-1', userId: 'xyz', seenAt: at });
});
afterAll(async () => {
  await api.close();
  await drop();
});

// One story: what is there is seen by who may, and then goes.
it('shows people what is kept about them, and nobody else but administrators, who leave a trace', async () => {
  const xyz = await api.signedIn('xyz');
  const { body, status } = await xyz.get(path);
  expect(status).toBe(200);
  expect(found(JSON.stringify(body))).toEqual(personal);
  expect(body).toMatchObject({
    account: { id: 'xyz', name: 'Siti Rahmawati' },
    tokens: [{ name: 'laptop Siti' }],
    attachments: [{ fileName: 'ktp-siti.png' }],
    openPages: [{ complaintId: 'case-1' }],
  });
  expect((body as { reports: { id: string }[] }).reports.map(({ id }) => id).sort()).toEqual(['hers', 'typed']);
  const user = await store.users.find('xyz');
  const [session] = await store.sessions.ofUser('xyz');
  for (const secret of [user?.passwordHash, session?.tokenHash]) expect(JSON.stringify(body)).not.toContain(secret);

  const readings = () => store.changes.list({ kind: 'personalData' }, { limit: 9 });
  expect(await readings()).toEqual([]);
  expect((await (await api.signedIn('def')).get(path)).status).toBe(403);
  expect((await admin.get(path)).status).toBe(200);
  expect(await readings()).toMatchObject([{ actorId: 'admin', subjectId: 'xyz', action: 'read' }]);
});

it('takes nobody out of an account that is in use, oneself and the last administrator included', async () => {
  for (const id of ['xyz', 'admin']) expect((await anonymise(id)).status).toBe(409);
  expect((await anonymise('nobody')).status).toBe(404);
  expect(await store.users.find('xyz')).toMatchObject({ name: 'Siti Rahmawati' });
});

it('takes the person out for good, also when it broke off in between, and the chain of the audit holds', async () => {
  await admin.post('/v1/users/xyz/deactivate', {});
  const { erase } = store.changes;
  store.changes.erase = () => Promise.reject(new StoreUnavailable('a test'));
  expect((await anonymise()).status).toBe(503);
  store.changes.erase = erase;
  const first = await anonymise();
  expect(first).toMatchObject({ status: 200, body: { user: { id: 'xyz', name: 'Anonim', email: null } } });
  expect((await anonymise()).body).toEqual(first.body);

  expect(found(await seen('/v1/audit?limit=200'))).toEqual([]);
  expect(found(await seen(path))).toEqual([]);
  expect(found(await seen('/v1/users'))).toEqual([]);
  expect(await verifyAudit(store)).toMatchObject({ broken: null, erased: 2 });
  const told = await store.changes.list({ kind: 'personalData' }, { limit: 99 });
  const kept = { actorId: 'admin', action: 'anonymised', after: { reason: 'Diminta' } };
  expect(told.filter(({ action }) => action !== 'read')).toMatchObject([kept, kept, kept]);
});

it('leaves what others wrote, and no way in', async () => {
  expect(await store.reports.find('typed')).toMatchObject({ title: 'untuk DEF', description: 'dari DEF' });
  const [hers, others] = await store.messages.findMany(['hers', 'others']);
  expect(hers).toMatchObject({ authorId: 'xyz', text: '[dihapus atas permintaan / removed on request]' });
  expect(others).toMatchObject({ text: 'Baik.' });
  expect(await store.attachmentFiles.read('file')).toBeNull();
  expect(await store.presences.ofUser('xyz')).toEqual([]);
  expect(await store.tokens.ofUser('xyz')).toEqual([]);
  const user = await store.users.find('xyz');
  expect(user).toMatchObject({ passwordHash: '', email: null });
  for (const name of ['xyz', user?.username ?? '']) expect((await api.client().signIn(name)).status).toBe(401);
});
