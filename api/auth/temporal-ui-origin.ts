import cors from 'cors';
import { Router, type RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';

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
    const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.headers.host;
    if (origin === undefined || origin === uiOrigin || isOwn) allow(request, response, next);
    else next(new Problem('cross_site'));
  });
}
