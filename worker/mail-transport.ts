import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAnswer, MailPort, OutgoingMail } from '../activities/outbox/mail-port.ts';
import { mailAddressIn, smtpServerOf } from '../settings/mail-settings.ts';

/** Milliseconds to connect, to be greeted, and between two answers. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export interface SmtpOptions {
  /** smtp://user:password@host:port, or smtps:// */
  url: string;
  /** An address, with a name if wished. */
  from: string;
  timeouts?: Partial<typeof timeouts>;
}

/** Mail by SMTP: one connection for each mail, so that no broken one is ever met again. */
export function smtpMailer({ url, from, timeouts: given }: SmtpOptions): MailPort {
  const transport = createTransport({ ...smtpServerOf(url), ...timeouts, ...given });
  return {
    async send(mail) {
      const raw = await rfc822(mail, from);
      let handedOver = false;
      const source = Readable.from([raw]).once('end', () => {
        handedOver = true;
      });
      const envelope = { from: mailAddressIn(from), to: [mail.to.address] };
      try {
        const { response } = await transport.sendMail({ raw: source, envelope });
        return { outcome: 'accepted', detail: response };
      } catch (error) {
        return answerOf(error, handedOver);
      }
    },
  };
}

/** Mail as files that a mail program opens: for development, where no mail server is. A resend overwrites its file. */
export function fileMailer({ dir, from }: { dir: string; from: string }): MailPort {
  return {
    async send(mail) {
      try {
        await mkdir(dir, { recursive: true, mode: 0o700 });
        const file = join(dir, `${mail.id}.eml`);
        await writeFile(`${file}.part`, await rfc822(mail, from), { mode: 0o600 });
        await rename(`${file}.part`, file);
        return { outcome: 'accepted', detail: file };
      } catch (error) {
        return { outcome: 'later', unsure: false, detail: String(error) };
      }
    },
  };
}

/** The mail as it goes over the wire. */
function rfc822({ choicesUrl, html, id, language, subject, text, threadId, to }: OutgoingMail, from: string) {
  const domain = mailAddressIn(from).split('@').at(-1) ?? 'localhost';
  const composer = new MailComposer({
    ...{ from, to, subject, text, html },
    messageId: `<${id}@${domain}>`,
    references: `<case-${threadId}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      'List-Id': `Giliran <giliran.${domain}>`,
      'List-Unsubscribe': `<${choicesUrl}>`,
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Commands whose refusal is about this mail; a 5xx to others is about the connection, and may be set right. */
const aboutTheMail = /^(MAIL FROM|RCPT TO|DATA)$/;

function answerOf(error: unknown, handedOver: boolean): MailAnswer {
  const { command = '', message, responseCode } = error as Error & { command?: string; responseCode?: number };
  const detail = message.replace(/\s+/g, ' ');
  if (responseCode === undefined) return { outcome: 'later', unsure: handedOver, detail };
  if (responseCode >= 500 && aboutTheMail.test(command)) return { outcome: 'refused', detail };
  return { outcome: 'later', unsure: false, detail };
}
