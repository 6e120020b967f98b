import { z } from 'zod';
import type { Session } from '../../store/sessions/session-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ownSessionOf } from '../auth/own-session.ts';
import { hashOfSecret } from '../auth/secret.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { timeSchema } from '../http/time-schema.ts';

const sessionSchema = z
  .strictObject({
    id: z.string(),
    browser: z.string().nullable().meta({ description: 'Null when that could not be told.' }),
    system: z.string().nullable(),
    createdAt: timeSchema,
    lastSeenAt: timeSchema.meta({ description: 'Give or take some minutes.' }),
    expiresAt: timeSchema,
    current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({ id: 'SignedInSession' });

/** Not the hash that a session is found by, and as lasting. */
const idOf = ({ tokenHash }: Session): string => hashOfSecret(`session id ${tokenHash}`).slice(0, 32);

/** Where one is signed in, and how to end that. A token neither sees nor ends sessions. */
export function sessionListOperations({ store, clock }: ApiDeps): Operation[] {
  const common = { tag: 'Session', access: 'signedIn' } as const;
  const openOf = async (userId: string): Promise<Session[]> => {
    const now = clock().getTime();
    return (await store.sessions.ofUser(userId)).filter(({ expiresAt }) => Date.parse(expiresAt) > now);
  };
  return [
    operation({
      ...common,
      method: 'get',
      path: '/v1/sessions',
      operationId: 'listSessions',
      summary: 'Where one is signed in',
      problems: ['session_required'],
      responses: {
        200: {
          description: 'Newest first, those that have ended not among them.',
          body: z.strictObject({ items: z.array(sessionSchema), nextCursor: z.null() }),
        },
      },
    }).handle(async ({ actor, ...caller }) => {
      const current = ownSessionOf(caller).tokenHash;
      const items = (await openOf(actor.id)).map((session) => {
        const { browser = null, system = null, createdAt, lastSeenAt = createdAt, expiresAt, tokenHash } = session;
        return {
          ...{ id: idOf(session), browser, system, createdAt, lastSeenAt, expiresAt },
          current: tokenHash === current,
        };
      });
      return { status: 200, body: { items, nextCursor: null } };
    }),
    operation({
      ...common,
      method: 'delete',
      path: '/v1/sessions',
      operationId: 'endOtherSessions',
      summary: 'Sign out everywhere but here',
      problems: ['session_required'],
      responses: { 204: { description: 'All others have ended.' } },
    }).handle(async ({ actor, ...caller }) => {
      await store.sessions.removeOfUser(actor.id, ownSessionOf(caller));
      return { status: 204 };
    }),
    operation({
      ...common,
      method: 'delete',
      path: '/v1/sessions/:id',
      operationId: 'endSession',
      summary: 'Sign out in one place',
      request: { params: z.strictObject({ id: idSchema }) },
      responses: { 204: { description: 'It has ended.' } },
      problems: ['session_required', 'not_found'],
    }).handle(async ({ actor, params: { id }, ...caller }) => {
      ownSessionOf(caller);
      const session = (await openOf(actor.id)).find((each) => idOf(each) === id);
      if (!session) throw new Problem('not_found');
      await store.sessions.remove(session.tokenHash);
      return { status: 204 };
    }),
  ];
}
