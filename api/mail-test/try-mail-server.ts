import { createTransport } from 'nodemailer';
import type { SmtpServer } from '../../settings/mail-settings.ts';

/** Why a mail server took no mail. The first six: it was not reached, or let nobody in. */
export const mailFailures = [
  ...(['name', 'connection', 'silence', 'encryption', 'service', 'login'] as const),
  ...(['sender', 'recipient', 'message'] as const),
] as const;

export type MailFailure = (typeof mailFailures)[number];

/** `answer`: what the server itself said, without anything secret; null when it said nothing. */
export type MailTrial = { failure: MailFailure | null; answer: string | null };

export interface TestMail {
  /** An address, with a name if wished. */
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** Milliseconds. A person waits for it, so all of it together has a limit too. */
const limits = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000, dnsTimeout: 5_000 };
const wholeLimit = 15_000;

/** Hands one mail to the server and says what became of it. Never throws, and never lasts longer than `limitMs`. */
export async function tryMailServer(server: SmtpServer, mail: TestMail, limitMs = wholeLimit): Promise<MailTrial> {
  const transport = createTransport({ ...server, ...limits });
  const headers = { 'Auto-Submitted': 'auto-generated' };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<MailTrial>((resolve) => {
    timer = setTimeout(() => resolve({ failure: 'silence', answer: null }), limitMs);
  });
  const conversation = transport
    .sendMail({ ...mail, headers, disableFileAccess: true, disableUrlAccess: true })
    .then(({ response }): MailTrial => ({ failure: null, answer: withoutSecrets(response, server) }))
    .catch((error: unknown) => trialOf(error as SmtpError, server));
  try {
    return await Promise.race([conversation, tooLong]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

interface SmtpError extends Error {
  code?: string;
  /** Of the system or of TLS. */
  originalCode?: string;
  command?: string;
  /** The server's words. */
  response?: string;
}

function trialOf(error: SmtpError, server: SmtpServer): MailTrial {
  const { response } = error;
  return { failure: failureOf(error), answer: response === undefined ? null : withoutSecrets(response, server) };
}

const ofEncryption = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/;

function failureOf({ code, command, originalCode = '', response }: SmtpError): MailFailure {
  switch (code) {
    case 'EDNS':
      return 'name';
    case 'ETIMEDOUT':
      return 'silence';
    case 'ETLS':
      return 'encryption';
    case 'ESOCKET':
      return ofEncryption.test(originalCode) ? 'encryption' : 'connection';
    case 'EAUTH':
      return 'login';
    case 'EENVELOPE':
      return command === 'MAIL FROM' ? 'sender' : command === 'RCPT TO' ? 'recipient' : 'message';
    case 'EMESSAGE':
      return 'message';
    default:
      return response === undefined ? 'connection' : 'service';
  }
}

/** Servers repeat what they were sent: of that nothing is shown, neither as it is nor as it went over the line. */
function withoutSecrets(answer: string, { auth }: SmtpServer): string {
  const { user = '', pass = '' } = auth ?? {};
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const secrets = auth ? [base64(`\0${user}\0${pass}`), base64(pass), pass, base64(user), user] : [];
  const cleaned = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '…'), answer);
  return cleaned.replace(/\s+/g, ' ').trim().slice(0, 300);
}
