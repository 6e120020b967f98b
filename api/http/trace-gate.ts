import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import type { Operation } from './operation.ts';
import { contextOf } from './request-context.ts';

/**
 * A span for each request, named by its route, in the trace of whoever called. Nothing of the request's content: no
 * query, no header, no id of a person. Without tracing it costs nothing to speak of.
 */
export function traceOperation({ method, operationId, path, rateLimited }: Operation): RequestHandler {
  // Probes and scrapes would be most of all traces.
  if (rateLimited === false) return (_request, _response, next) => next();
  const tracer = trace.getTracer('giliran-api');
  const name = `${method.toUpperCase()} ${path}`;
  const known = { 'http.request.method': method.toUpperCase(), 'http.route': path, 'giliran.operation': operationId };
  return (request, response, next) => {
    const caller = propagation.extract(context.active(), request.headers);
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes: known }, caller);
    span.setAttribute('giliran.request_id', contextOf(request).requestId);
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(caller, span), next);
  };
}
