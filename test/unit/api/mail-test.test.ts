import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { tryMailServer } from '../../../api/mail-test/try-mail-server.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { headerOf, startMailServer, type TestMailServer } from '../../support/outbox/mail-server.ts';

interface Answer {
  outcome: string;
  reason?: string;
  message: string;
  serverAnswer?: string;
}

const path = '/v1/mail-test';
const from = 'Giliran <giliran@dinas.example>';
let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function mailServer(options?: Parameters<typeof startMailServer>[0]): Promise<TestMailServer> {
  const server = await startMailServer(options);
  closing.push(() => server.close());
  return server;
}

async function apiWith(url?: string, email: string | null = 'admin@dinas.example'): Promise<TestApi> {
  const api = await buildTestApi({ settings: { MAIL_FROM: from, SMTP_URL: url } });
  closing.push(() => api.close());
  const admin = await api.store.users.find('admin');
  if (admin) await api.store.users.record({ ...admin, email, version: 2 });
  return api;
}

async function testMail(api: TestApi): Promise<Answer> {
  const { body, status } = await (await api.signedIn('admin')).post<Answer>(path);
  expect(status).toBe(200);
  return body;
}

it('goes to the own address, is taken by the mail server, and is noted', async () => {
  const server = await mailServer();
  const api = await apiWith(server.url);
  expect(await testMail(api)).toMatchObject({
    outcome: 'sent',
    message: expect.stringContaining('admin@dinas.example') as string,
    serverAnswer: expect.stringMatching(/^250 /) as string,
  });
  const [raw = ''] = server.received;
  expect([headerOf(raw, 'From'), headerOf(raw, 'To')]).toEqual([from, 'Admin <admin@dinas.example>']);
  expect(headerOf(raw, 'Subject')).toBe('Test mail from Giliran');
  const noted = await api.store.changes.list({ kind: 'mailTest' }, { limit: 9 });
  expect(noted.map(({ action, actorId, after }) => [action, actorId, after])).toEqual([
    ['asked', 'admin', { host: '127.0.0.1', port: Number(new URL(server.url).port) }],
    ['sent', 'admin', { host: '127.0.0.1', port: Number(new URL(server.url).port) }],
  ]);
});

it('says who refused it, and in which words', async () => {
  const server = await mailServer();
  server.refuseRecipient = 550;
  const api = await apiWith(server.url);
  expect(await testMail(api)).toEqual({
    outcome: 'refused',
    reason: 'recipient',
    message: 'The mail server 127.0.0.1 refused the recipient admin@dinas.example.',
    serverAnswer: '550 no mailbox admin@dinas.example',
  });
  server.refuseRecipient = null;
  server.faults.push(554);
  expect(await testMail(api)).toMatchObject({ outcome: 'refused', reason: 'message' });
});

it('tells of a refused login, and repeats nothing secret of it', async () => {
  const { url } = await mailServer({ refusesLogins: true });
  const api = await apiWith(url.replace('//', '//kotak:rahasia%21sekali@'));
  const answer = await testMail(api);
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'login' });
  const shown = await (await api.signedIn('admin')).get<{ server: object }>(path);
  expect(shown.body.server).toMatchObject({ host: '127.0.0.1', encryption: 'ifOffered', signsIn: true });
  const audit = await api.store.changes.list({ kind: 'mailTest' }, { limit: 9 });
  expect(JSON.stringify([answer, shown.body, audit, api.logs])).not.toMatch(/rahasia|kotak/);
  expect(answer.serverAnswer).toMatch(/^535 no … with … here/);
});

it.each([
  ['nobody listens', 'smtp://127.0.0.1:1', 'connection'],
  ['the name leads nowhere', 'smtp://mail.invalid', 'name'],
])('is clear when %s', async (_what, url, reason) => {
  expect(await testMail(await apiWith(url))).toMatchObject({ outcome: 'unreachable', reason });
});

it('is clear when nothing is set up, and when there is nobody to write to', async () => {
  const bare = await apiWith();
  expect(await testMail(bare)).toMatchObject({
    outcome: 'notConfigured',
    message: expect.stringContaining('nobody is sent') as string,
  });
  expect((await (await bare.signedIn('admin')).get(path)).body).toEqual({
    ...{ server: null, keptAsFiles: false, from, to: 'admin@dinas.example' },
  });
  const { url } = await mailServer();
  expect(await testMail(await apiWith(url, null))).toMatchObject({ outcome: 'noAddress' });
});

it('gives up on a server that says nothing', async () => {
  const sockets: Socket[] = [];
  const silent: Server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  const mail = { from, to: { name: 'Admin', address: 'a@b.example' }, subject: 'x', text: 'x' };
  const server = { host: '127.0.0.1', port, secure: false };
  expect(await tryMailServer(server, mail, 200)).toEqual({ failure: 'silence', answer: null });
});
