import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { locales } from '../locale/translate.ts';
import { openContext } from './request-context.ts';

const saneRequestId = /^[\w.:-]{8,128}$/;

/** The caller's X-Request-Id if it is a sane one, else a new one. It comes back in the answer and stands in the logs. */
export function requestIdOf(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && saneRequestId.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  return requestId;
}

/** Opens the request's context: its id, and the language that the caller reads best (Indonesian if none fits). */
export function identifyRequest(): RequestHandler {
  return (request, response, next) => {
    const locale = request.acceptsLanguages([...locales]) || 'id';
    response.vary('Accept-Language');
    openContext(request, locale === 'en' ? 'en' : 'id', typeof request.id === 'string' ? request.id : '');
    next();
  };
}
