import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { Store } from '../../store/store.ts';
import type { Session } from '../../store/sessions/session-repository.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { AppSettings } from '../api-deps.ts';
import { contextOf } from '../http/request-context.ts';
import { actorOf, type Actor } from './actor.ts';
import { owesSecondFactor } from './second-factor-duty.ts';
import { hashOfSecret } from './secret.ts';
import { sessionSecretIn } from './session-cookie.ts';

/** How exactly it is kept when a session was last seen. */
const seenEveryMs = 5 * 60_000;

interface AuthDeps {
  store: Pick<Store, 'sessions' | 'tokens' | 'users' | 'secondFactors'>;
  settings: Pick<AppSettings, 'SECOND_FACTOR_ROLES'>;
  clock: () => Date;
}

interface Credential {
  userId: string;
  /** ISO 8601 UTC; null for no end */
  expiresAt: string | null;
}

const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;

/**
 * Finds out who calls. A bearer token counts before a cookie, and a wrong one is refused even if a good cookie came
 * along. Whoever cannot be made out goes on as nobody: the operation decides what that means, and the rate limit counts
 * it to the address.
 */
export function authenticate(deps: AuthDeps): RequestHandler {
  return async (request, _response, next) => {
    const context = contextOf(request);
    const { authorization, cookie } = request.headers;
    const secret = sessionSecretIn(cookie);
    context.sessionSecret = secret;
    context.credential = authorization !== undefined ? 'token' : secret ? 'session' : null;
    context.actor = await actorBy(deps, { authorization, cookie });
    next();
  };
}

/** Whoever these headers stand for now; null when their session, token or account has ended. */
export async function actorBy(
  deps: AuthDeps,
  { authorization, cookie }: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>,
): Promise<Actor | null> {
  const user = await (authorization !== undefined
    ? byToken(deps, authorization)
    : bySession(deps, sessionSecretIn(cookie)));
  return user && actorOf(user, { mustEnrolSecondFactor: await owesSecondFactor(deps, user) });
}

async function byToken(deps: AuthDeps, authorization: string): Promise<User | null> {
  const token = bearer.exec(authorization)?.[1];
  if (!token) return null;
  return ownerOf(deps, await deps.store.tokens.findByHash(hashOfSecret(token)));
}

async function bySession(deps: AuthDeps, secret: string | null): Promise<User | null> {
  if (!secret) return null;
  const session = await deps.store.sessions.find(hashOfSecret(secret));
  const user = await ownerOf(deps, session);
  if (session && user) await noteSeen(deps, session);
  return user;
}

/** Not at every request: it is for people who look where they are signed in. */
async function noteSeen({ store, clock }: AuthDeps, { tokenHash, createdAt, lastSeenAt = createdAt }: Session) {
  const now = clock();
  if (now.getTime() - Date.parse(lastSeenAt) >= seenEveryMs) await store.sessions.touch(tokenHash, now.toISOString());
}

/** The expiry is checked here: no store does it (TTL indexes are not everywhere). */
async function ownerOf(deps: AuthDeps, credential: Credential | null): Promise<User | null> {
  if (!credential) return null;
  const { expiresAt, userId } = credential;
  if (expiresAt !== null && Date.parse(expiresAt) <= deps.clock().getTime()) return null;
  const user = await deps.store.users.find(userId);
  return user?.active ? user : null;
}
