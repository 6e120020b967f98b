import { lookup } from 'node:dns/promises';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { WebhookAnswer, WebhookPort } from '../activities/outbox/webhook-port.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

interface Address {
  address: string;
  family: number;
}

export interface WebhookTransportOptions {
  /** Development only: http and https to this very machine. */
  allowLoopback: boolean;
  /** Milliseconds for one call, from the look-up to the status line. */
  timeoutMs?: number;
  /** All addresses of a name. */
  resolve?: (host: string) => Promise<Address[]>;
}

/** Why a call was not made: for good, since trying again would not change it. */
class Forbidden extends Error {}

/**
 * Calls webhooks. The name is resolved once, every address is checked, and the connection is made to the address that
 * was checked: a name that answers otherwise the second time gets nobody inside. Redirects are not followed, the body of
 * an answer is not read.
 */
export function webhookTransport(options: WebhookTransportOptions): WebhookPort {
  const { allowLoopback, timeoutMs = 10_000, resolve = (host) => lookup(host, { all: true }) } = options;
  return {
    async post({ url, headers, body }) {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const target = new URL(url);
        const address = await withSignal(signal, checkedAddress(target, allowLoopback, resolve));
        return { status: await send(target, address, { headers, body, signal }) };
      } catch (error) {
        return failureOf(error, timeoutMs);
      }
    },
  };
}

async function checkedAddress(
  { hostname, protocol, username }: URL,
  allowLoopback: boolean,
  resolve: (host: string) => Promise<Address[]>,
): Promise<Address> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const isOurs = allowLoopback && found.length > 0 && found.every(({ address }) => isLoopback(address));
  if (!isOurs && !found.every(({ address }) => isPublicAddress(address))) {
    throw new Forbidden('the address is not a public one');
  }
  if (username !== '' || (protocol !== 'https:' && !(isOurs && protocol === 'http:'))) {
    throw new Forbidden('only https without a user name is called');
  }
  const [first] = found;
  if (!first) throw new Error('the name has no address');
  return first;
}

interface Outgoing {
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

function send(target: URL, { address, family }: Address, { headers, body, signal }: Outgoing): Promise<number> {
  const pinned: LookupFunction = (_host, { all }, answer) =>
    all ? answer(null, [{ address, family }]) : answer(null, address, family);
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    lookup: pinned,
    agent: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(target, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.once('error', reject);
    request.end(body);
  });
}

function withSignal<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}

function failureOf(error: unknown, timeoutMs: number): WebhookAnswer {
  if (error instanceof Forbidden) return { error: error.message, forGood: true };
  const { name, code, message } = error as Error & { code?: string };
  const timedOut = name === 'TimeoutError' || name === 'AbortError';
  return { error: timedOut ? `no answer within ${timeoutMs} ms` : (code ?? message), forGood: false };
}
