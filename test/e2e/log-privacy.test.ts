import { randomBytes, randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoPassword } from '../../dev/seed/demo-data.ts';
import { openJournal } from '../../dev/story/story-journal.ts';
import { playStory } from '../../dev/story/story-play.ts';
import { createTestClient, type TestClient } from '../support/api/test-client.ts';
import { startMailServer, type TestMailServer } from '../support/outbox/mail-server.ts';
import { collectSecrets } from '../support/stack/secret-collector.ts';
import { startTestStack, type TestStack } from '../support/stack/test-stack.ts';

const collected = collectSecrets();
const lines: string[] = [];
let mails: TestMailServer;
let stack: TestStack;

beforeAll(async () => {
  mails = await startMailServer();
  mails.refuseRecipient = 450;
  const secondFactorKey = randomBytes(32).toString('base64');
  collected.secrets.add(secondFactorKey);
  const env = {
    LOG_LEVEL: 'trace',
    SECOND_FACTOR_KEY: secondFactorKey,
    SMTP_URL: mails.url.replace('//', '//pos:sandi-surat-rahasia@'),
  };
  stack = await startTestStack(undefined, { env, heard: (line) => lines.push(line) });
});
afterAll(async () => {
  collected.stop();
  await stack.end();
  await mails.close();
});

/** An account with a mail address, a second factor, a token and a webhook; sign-ins that fail; bodies that are no JSON. */
async function setUp(admin: TestClient): Promise<TestClient> {
  const person = { id: 'rahma', name: 'Rahmawati Kusumaningrum', role: 'submitter', officeId: '124' };
  const password = 'lima kata sandi yang acak';
  const email = 'rahmawati.k@kantor.example';
  await admin.post('/v1/users', { ...person, email, password, mustChangePassword: false });
  await admin.post('/v1/users', { ...person, email, password, mustChangePassword: false });
  const client = createTestClient(stack.base);
  await client.signIn('rahma', 'bukan sandi yang benar');
  await client.request('POST', '/v1/session', { body: `{"username":"rahma","password":"${password}` });
  expect((await client.signIn('rahma', password)).status).toBe(200);
  const begun = await client.post<{ secret: string; enrolment: string }>('/v1/users/me/second-factor/enrolment', {
    password,
  });
  const { enrolment, secret } = begun.body;
  const enrolled = await client.post('/v1/users/me/second-factor', { enrolment, code: generateSync({ secret }) });
  expect(enrolled.status).toBe(201);
  await client.put('/v1/users/me/password', { currentPassword: password, newPassword: 'enam kata sandi yang lain' });
  const token = await admin.post<{ token: string }>('/v1/tokens', { name: 'Token laporan malam hari' });
  const bearer = createTestClient(stack.base, { authorization: `Bearer ${token.body.token}` });
  expect((await bearer.get('/v1/users')).status).toBe(200);
  const url = 'http://127.0.0.1:9/kait/rahasia-di-alamat';
  expect((await admin.post('/v1/webhooks', { url, events: ['*'] })).status).toBe(201);
  return client;
}

/** A complaint with a file, a conversation, a search, and refusals of many kinds. */
async function complain(client: TestClient): Promise<string> {
  const body = {
    systemId: 'sipd',
    category: 'login',
    title: 'NIP 19851104 ditolak saat masuk',
    description: 'Nomor induk saya 198511042010012003 ditolak, sandinya Mawar-1985.',
  };
  const files = new FormData();
  files.append('file', new Blob(['Foto KTP Rahmawati'], { type: 'text/plain' }), 'ktp rahmawati.txt');
  const { body: kept } = await client.post<{ attachment: { id: string } }>('/v1/attachments', files);
  await client.post('/v1/complaints/similar', body);
  await client.post('/v1/complaints', { ...body, title: 'Judul yang dikirim tanpa sistem', systemId: 'tidak-ada' });
  await client.post('/v1/complaints', { ...body, rahasia: 'bidang yang tidak dikenal' });
  const key = { 'idempotency-key': randomUUID() };
  const complaint = { ...body, attachmentIds: [kept.attachment.id] };
  const sent = await client.post<{ complaint: { id: string } }>('/v1/complaints', complaint, key);
  expect(sent.status).toBe(201);
  const { id } = sent.body.complaint;
  await client.post('/v1/complaints', { ...body, title: 'Kunci yang sama, masalah yang lain' }, key);
  await vi.waitFor(async () => expect(await stack.store.cases.find(id)).toMatchObject({ status: 'assigned' }));
  const text = 'Sudah saya coba di komputer Ibu Sulastri, sama saja.';
  expect((await client.post(`/v1/complaints/${id}/messages`, { kind: 'reply', text })).status).toBe(201);
  await client.get(`/v1/complaints?q=${encodeURIComponent('kata-yang-dicari')}`);
  return id;
}

it(
  'the logs of the full story, at their loudest, hold no password, token, cookie, secret, complaint text or name',
  { timeout: 240_000 },
  async () => {
    const admin = await stack.signedIn('admin');
    const client = await setUp(admin);
    const id = await complain(client);
    await stack.killWorker();
    await client.post(`/v1/complaints/${id}/withdraw`, { reason: 'Ternyata hanya salah ketik nama ibu.' });
    await stack.startWorker();
    const journal = openJournal(() => undefined);
    await playStory(stack.base, journal);
    expect(journal.steps.filter(({ ok }) => !ok)).toEqual([]);
    // The mail server refuses the recipient by name, nobody listens at the webhook's address: both have been tried.
    for (const failure of ['"type":"MailLater"', '"type":"WebhookLater"'])
      await vi.waitFor(
        () =>
          expect(
            lines.some((line) => line.includes(failure)),
            failure,
          ).toBe(true),
        30_000,
      );

    const logged = lines.join('\n');
    const byHand = ['sandi-surat-rahasia', 'rahasia-di-alamat', 'kata-yang-dicari', 'bidang yang tidak dikenal', 'KTP'];
    for (const secret of [...byHand, demoPassword]) collected.secrets.add(secret);
    const names = /Petugas [A-X]\b/;
    const found = [...collected.secrets].filter((secret) => {
      const quoted = JSON.stringify(secret).slice(1, -1);
      return logged.includes(secret) || logged.includes(quoted) || logged.includes(encodeURIComponent(secret));
    });
    expect(found.map((secret) => [secret, lines.find((line) => line.includes(secret))])).toEqual([]);
    expect(lines.filter((line) => names.test(line))).toEqual([]);
    // It has listened, and there was something to hear.
    expect(collected.secrets.size).toBeGreaterThan(60);
    for (const word of ['"requestId"', '"path":"/v1/complaints"', '"service":"worker"', '"level":20', id])
      expect(logged.includes(word), word).toBe(true);
  },
);
