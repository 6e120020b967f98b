import { Problem } from '../http/problem.ts';
import { hashOfSecret } from './secret.ts';

/**
 * What is kept of the session that the caller is in, for what a token may not do.
 *
 * @throws Problem session_required for whoever came by a token
 */
export function ownSessionOf(caller: { credential: string | null; sessionSecret: string | null }): {
  tokenHash: string;
} {
  const { credential, sessionSecret } = caller;
  if (credential !== 'session' || !sessionSecret) throw new Problem('session_required');
  return { tokenHash: hashOfSecret(sessionSecret) };
}
