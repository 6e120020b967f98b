import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from './problem.ts';
import { contextOf } from './request-context.ts';

const windowMs = 60_000;
/** A subscriber has at least a whole /64 of IPv6: its addresses count as one. */
export const ipv6Prefix = 64;

/** So many requests a minute for each account, or for each address while nobody is signed in. 0: no limit. */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs,
    limit: perMinute,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    // Whether proxies are believed is a setting (TRUST_PROXY_HOPS); a stray header is no reason to write to the console.
    validate: { xForwardedForHeader: false },
    keyGenerator: (request) => {
      const { actor } = contextOf(request);
      return actor ? `account:${actor.id}` : `address:${ipKeyGenerator(request.ip ?? '', ipv6Prefix)}`;
    },
    handler: (request, _response, next) => {
      const { rateLimit: limit } = request as typeof request & { rateLimit?: { resetTime?: Date } };
      const wait = Math.ceil(((limit?.resetTime?.getTime() ?? Date.now() + windowMs) - Date.now()) / 1000);
      next(new Problem('rate_limited', { headers: { 'Retry-After': String(Math.max(1, wait)) } }));
    },
  });
}
