import { z } from 'zod';
import type { User } from '../../store/users/user-repository.ts';
import {
  languages,
  notificationKindNames,
  notificationKinds,
  type MailChoices,
  type NotificationKind,
} from '../../workflows/notifications/notification-types.ts';
import type { ApiDeps } from '../api-deps.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';

const language = z.enum(languages).meta({ description: 'In which mail is written.' });
const mail = z
  .partialRecord(z.enum(notificationKindNames), z.boolean())
  .meta({ description: 'Which kinds are mailed.' });

const choicesSchema = z
  .strictObject({
    language,
    email: z.string().nullable().meta({ description: 'Where mail goes; the administrator keeps it.' }),
    mail,
  })
  .meta({ id: 'NotificationChoices' });

const choicesRequestSchema = z
  .strictObject({ language: language.optional(), mail: mail.optional() })
  .meta({ id: 'NotificationChoicesRequest', example: { language: 'id', mail: { resolved: true, replied: false } } });

/** The kinds that a person of this role can be told at all. */
function kindsFor(role: User['role']): NotificationKind[] {
  return notificationKindNames.filter((kind) => notificationKinds[kind].audience === role);
}

function presentChoices(user: User) {
  const chosen = kindsFor(user.role).map((kind) => [
    kind,
    user.mailChoices?.[kind] ?? notificationKinds[kind].mailedUnlessRefused,
  ]);
  return {
    language: user.language ?? ('id' as const),
    email: user.email ?? null,
    mail: Object.fromEntries(chosen) as MailChoices,
  };
}

const common = {
  path: '/v1/notifications/choices',
  tag: 'Notifications',
  access: { action: 'notification.use' },
} as const;

/** What of it is mailed: the page behind the link in every mail. */
export function choicesOperations({ store }: ApiDeps): Operation[] {
  const userOf = async (id: string): Promise<User> => {
    const user = await store.users.find(id);
    if (user === null) throw new Problem('not_found');
    return user;
  };
  return [
    operation({
      ...common,
      method: 'get',
      operationId: 'getNotificationChoices',
      summary: 'What is mailed to oneself',
      responses: { 200: { description: 'The choices, what is usual included.', body: choicesSchema } },
      problems: ['not_found'],
    }).handle(async ({ actor }) => ({ status: 200, body: presentChoices(await userOf(actor.id)) })),
    operation({
      ...common,
      method: 'put',
      operationId: 'chooseNotifications',
      summary: 'Choose what is mailed to oneself, and in which language',
      description: 'What is not named stays as it was.',
      request: { body: choicesRequestSchema },
      responses: { 200: { description: 'The choices now.', body: choicesSchema } },
      problems: ['not_found'],
    }).handle(async ({ actor, body }) => {
      const user = await userOf(actor.id);
      const mailChoices = { ...user.mailChoices, ...body.mail };
      const choices = { language: body.language ?? user.language ?? ('id' as const), mailChoices };
      await store.users.saveMailChoices(actor.id, choices);
      return { status: 200, body: presentChoices({ ...user, ...choices }) };
    }),
  ];
}
