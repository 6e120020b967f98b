import cors from 'cors';
import { Router, type RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';
import { hostOf } from './same-origin.ts';

/**
 * Lets the page of the Temporal UI call us with the session cookie of whoever has it open, and no other site's page.
 * Programs send no Origin and are let through.
 */
export function admitTemporalUi(temporalUiUrl: string): RequestHandler {
  const { origin: uiOrigin } = new URL(temporalUiUrl);
  const allow = cors({
    origin: uiOrigin,
    credentials: true,
    methods: ['POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'X-Namespace'],
    maxAge: 600,
  });
  return Router().use((request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined || origin === uiOrigin || hostOf(origin) === request.headers.host)
      allow(request, response, next);
    else next(new Problem('cross_site'));
  });
}
