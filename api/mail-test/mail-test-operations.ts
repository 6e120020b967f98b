import { z } from 'zod';
import { mailAddressIn, smtpServerOf, type SmtpServer } from '../../settings/mail-settings.ts';
import { recordEvent } from '../admin/audit-trail.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { operation, type Operation } from '../http/operation.ts';
import { mailTestSentence, testMailTexts } from './mail-test-words.ts';
import { mailFailures, tryMailServer } from './try-mail-server.ts';

const configurationSchema = z
  .strictObject({
    server: z
      .strictObject({
        host: z.string(),
        port: z.int(),
        encryption: z.enum(['fromTheStart', 'ifOffered']),
        signsIn: z.boolean().meta({ description: 'Whether a user name is set; neither it nor the password is shown.' }),
      })
      .nullable()
      .meta({ description: 'Null while no mail server is set up.' }),
    keptAsFiles: z.boolean().meta({ description: 'Without a server: whether mails are at least written to files.' }),
    from: z.string().meta({ description: 'The sender of all mail.' }),
    to: z.string().nullable().meta({ description: 'Where a test mail goes: the own address.' }),
  })
  .meta({ id: 'MailConfiguration' });

const outcomes = ['sent', 'refused', 'unreachable', 'notConfigured', 'noAddress'] as const;

const testSchema = z
  .strictObject({
    outcome: z.enum(outcomes).meta({
      description: 'refused: the mail server was reached and did not take it · noAddress: the own account has none',
    }),
    reason: z.enum(mailFailures).optional(),
    message: z.string().meta({ description: 'The same for people, in the language of the caller.' }),
    serverAnswer: z.string().optional().meta({ description: 'What the mail server said, without what is secret.' }),
  })
  .meta({ id: 'MailTest' });

type Outcome = (typeof outcomes)[number];

/** What went wrong before the server had said anything about us or the mail. */
const unreached: readonly string[] = ['name', 'connection', 'silence', 'encryption'];

const common = { tag: 'Mail', path: '/v1/mail-test', access: { action: 'mail.test' } } as const;

/** How mail is set up, and whether it works. */
export function mailTestOperations({ clock, settings, store }: ApiDeps): Operation[] {
  const from = settings.MAIL_FROM;
  const server = settings.SMTP_URL === undefined ? null : smtpServerOf(settings.SMTP_URL);
  const keptAsFiles = server === null && settings.MAIL_DIR !== undefined;

  const note = (actor: Actor, action: 'asked' | Outcome, { host, port }: SmtpServer) =>
    recordEvent(store, {
      ...{ kind: 'mailTest', subjectId: actor.id, actorId: actor.id, at: clock().toISOString(), action },
      after: { host, port },
    });

  return [
    operation({
      ...common,
      method: 'get',
      operationId: 'getMailConfiguration',
      summary: 'Which mail server a test mail would go to, without what is secret',
      responses: { 200: { description: 'As this process was started.', body: configurationSchema } },
    }).handle(async ({ actor }) => ({
      status: 200,
      body: { server: server && presentServer(server), keptAsFiles, from, to: await addressOf(store, actor) },
    })),
    operation({
      ...common,
      method: 'post',
      operationId: 'sendTestMail',
      summary: 'Send a test mail to the own address, and say what came of it',
      description: 'Answers within fifteen seconds, whatever the mail server does. It is noted in the audit.',
      responses: { 200: { description: 'What came of it.', body: testSchema } },
    }).handle(async ({ actor, locale }) => {
      const address = await addressOf(store, actor);
      const facts = { from: mailAddressIn(from), to: address, ...(server && { host: server.host, port: server.port }) };
      const say = (...[said]: [Parameters<typeof mailTestSentence>[1]]) => mailTestSentence(locale, said, facts);
      if (server === null) {
        return {
          status: 200,
          body: { outcome: 'notConfigured', message: say(keptAsFiles ? 'files' : 'notConfigured') },
        };
      }
      if (address === null) return { status: 200, body: { outcome: 'noAddress', message: say('noAddress') } };
      await note(actor, 'asked', server);
      const mail = { from, to: { name: actor.name, address }, ...testMailTexts[locale] };
      const { answer, failure } = await tryMailServer(server, mail);
      const outcome = failure === null ? 'sent' : unreached.includes(failure) ? 'unreachable' : 'refused';
      await note(actor, outcome, server);
      return {
        status: 200,
        body: {
          ...{ outcome, message: say(failure ?? 'sent') },
          ...(failure !== null && { reason: failure }),
          ...(answer !== null && { serverAnswer: answer }),
        },
      };
    }),
  ];
}

function presentServer({ auth, host, port, secure }: SmtpServer) {
  const encryption = secure ? ('fromTheStart' as const) : ('ifOffered' as const);
  return { host, port, encryption, signsIn: auth !== undefined };
}

async function addressOf({ users }: ApiDeps['store'], { id }: Actor): Promise<string | null> {
  return (await users.find(id))?.email ?? null;
}
