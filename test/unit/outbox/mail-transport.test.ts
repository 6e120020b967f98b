import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMail } from '../../../activities/outbox/mail-composer.ts';
import { fileMailer, smtpMailer } from '../../../worker/mail-transport.ts';
import { headerOf, startMailServer, type TestMailServer } from '../../support/outbox/mail-server.ts';

const facts = {
  notificationId: 'n1',
  kind: 'resolved' as const,
  caseId: 'case-1',
  number: '261124-4F7KQ',
  agent: 'Petugas A',
  server: null,
  recipient: { name: 'XYZ <b>"&\r\nBcc: x@x', address: 'xyz@giliran.example', language: 'id' as const },
  publicUrl: 'https://giliran.example',
};
const mail = composeMail(facts);
const from = 'Giliran <giliran@dinas.example>';

let server: TestMailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const send = (timeouts = {}) => smtpMailer({ url: server.url, from, timeouts }).send(mail);

describe('a mail', () => {
  it('arrives with what receivers and mail programs need', async () => {
    expect(await send()).toMatchObject({ outcome: 'accepted' });
    const [raw = ''] = server.received;
    expect(headerOf(raw, 'Message-ID')).toBe('<n1@dinas.example>');
    expect(headerOf(raw, 'References')).toBe('<case-case-1@dinas.example>');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(raw, 'List-Unsubscribe')).toBe('<https://giliran.example/notifications/choices>');
    expect(headerOf(raw, 'Content-Language')).toBe('id');
    expect(headerOf(raw, 'Subject')).toContain('[261124-4F7KQ]');
    expect(headerOf(raw, 'From')).toBe(from);
    expect(headerOf(raw, 'Bcc')).toBeUndefined();
    expect(raw).toMatch(/text\/plain/);
    expect(raw).toMatch(/text\/html/);
    expect(raw).toContain('https://giliran.example/complaints/261124-4F7KQ');
  });

  it('speaks both languages, and no name becomes markup', () => {
    expect(mail.text).toContain('Yth.');
    expect(mail.html).not.toContain('<b>');
    expect(mail.html).toContain('&lt;b&gt;&quot;&amp;');
    const english = composeMail({ ...facts, recipient: { ...facts.recipient, language: 'en' } });
    expect(english.text).toContain('has been resolved');
    expect(english.html).toContain('lang="en"');
  });

  it('has the same Message-ID at every attempt', async () => {
    await send();
    await send();
    const ids = server.received.map((raw) => headerOf(raw, 'Message-ID'));
    expect(ids).toEqual(['<n1@dinas.example>', '<n1@dinas.example>']);
  });
});

describe('a mail server that', () => {
  it('says "not now" (4xx) is asked again later', async () => {
    server.faults.push(451);
    expect(await send()).toMatchObject({ outcome: 'later', unsure: false });
  });

  it.each([550, 554])('says no (%i) after the text is not asked again', async (code) => {
    server.faults.push(code);
    expect(await send()).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('not now') as string });
  });

  it('knows no such mailbox is not asked again', async () => {
    server.refuseRecipient = 550;
    expect(await send()).toMatchObject({ outcome: 'refused' });
    server.refuseRecipient = 450;
    expect(await send()).toMatchObject({ outcome: 'later', unsure: false });
    expect(server.received).toEqual([]);
  });

  it('drops the line after the text may have taken it', async () => {
    server.faults.push('dropAfterData');
    expect(await send()).toMatchObject({ outcome: 'later', unsure: true });
    expect(server.received).toHaveLength(1);
  });

  it('does not answer any more may have taken it', async () => {
    server.faults.push('slow');
    expect(await send({ socketTimeout: 200 })).toMatchObject({ outcome: 'later', unsure: true });
  });

  it('is not there, or never greets, has surely not taken it', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const url = `smtp://127.0.0.1:${port}`;
    const mailer = smtpMailer({ url, from, timeouts: { greetingTimeout: 200 } });
    expect(await mailer.send(mail)).toMatchObject({ outcome: 'later', unsure: false });
    await new Promise((resolve) => silent.close(resolve));
    expect(await smtpMailer({ url, from }).send(mail)).toMatchObject({ outcome: 'later', unsure: false });
  });
});

describe('mails as files', () => {
  it('can be opened, and a resend overwrites', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'giliran-mails-'));
    try {
      const mailer = fileMailer({ dir: join(dir, 'mails'), from });
      expect(await mailer.send(mail)).toMatchObject({ outcome: 'accepted' });
      expect(await mailer.send(mail)).toMatchObject({ outcome: 'accepted' });
      expect(await readdir(join(dir, 'mails'))).toEqual(['n1.eml']);
      expect(await readFile(join(dir, 'mails', 'n1.eml'), 'utf8')).toContain('Message-ID: <n1@dinas.example>');
      const blocked = fileMailer({ dir: join(dir, 'mails', 'n1.eml'), from });
      expect(await blocked.send(mail)).toMatchObject({ outcome: 'later', unsure: false });
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
