import type { Request } from 'express';
import type { Actor } from '../auth/actor.ts';
import type { Locale } from '../locale/translate.ts';

/** What the middleware found out about a request, for those further down the chain. */
export interface RequestContext {
  locale: Locale;
  requestId: string;
  actor: Actor | null;
  credential: 'session' | 'token' | null;
  sessionSecret: string | null;
}

const contexts = new WeakMap<Request, RequestContext>();

export function openContext(request: Request, locale: Locale, requestId: string): void {
  contexts.set(request, { locale, requestId, actor: null, credential: null, sessionSecret: null });
}

/** @throws when the chain is built in the wrong order */
export function contextOf(request: Request): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('This request has no context yet');
  return context;
}
