import type { Request, RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends our cookie along whoever made it send the request, so what changes something must come from this
 * site. Programs send neither header and are let through; a bearer token is never sent by a browser of itself.
 */
export function refuseCrossSite(): RequestHandler {
  return (request, _response, next) => {
    if (safeMethods.has(request.method) || request.headers.authorization !== undefined || isSameOrigin(request)) next();
    else next(new Problem('cross_site'));
  };
}

function isSameOrigin(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  return origin === undefined || hostOf(origin) === request.headers.host;
}

/** Host and port of an Origin header; null for one that is none. */
export function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
