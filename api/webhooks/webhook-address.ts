import { invalid } from '../http/problem.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Refuses early what would never be called. Where a name leads is looked at when it is called, since that may change.
 *
 * @throws Problem validation_failed with `url_not_allowed`
 */
export function demandCallable(url: string, isProduction: boolean): void {
  const { hostname, password, protocol, username } = new URL(url);
  const isOurs = !isProduction && loopback.test(hostname) && protocol === 'http:';
  if ((protocol === 'https:' || isOurs) && username === '' && password === '') return;
  throw invalid({ in: 'body', pointer: '#/url', code: 'url_not_allowed' });
}
