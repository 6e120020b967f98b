import { expect, it } from 'vitest';
import { problemOf } from '../../../web/api/problem.ts';
import { hasSessionEnded, saySignedIn, sessionNow } from '../../../web/api/session-end.ts';

const refused = (code: string, session: number) => problemOf(new Response(null, { status: 401 }), { code }, session);

it('a session has ended when a call in it was refused, and not when one of an earlier session is', () => {
  const first = sessionNow();
  refused('wrong_password', first);
  expect(hasSessionEnded()).toBe(false);
  refused('unauthenticated', first);
  expect(hasSessionEnded()).toBe(true);
  saySignedIn();
  expect(hasSessionEnded()).toBe(false);
  refused('unauthenticated', first);
  expect(hasSessionEnded()).toBe(false);
  refused('unauthenticated', sessionNow());
  expect(hasSessionEnded()).toBe(true);
});
