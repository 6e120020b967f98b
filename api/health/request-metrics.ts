import type { RequestHandler } from 'express';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Operation } from '../http/operation.ts';

export interface ApiMetrics {
  registry: Registry;
  observe: (operation: Operation) => RequestHandler;
}

/** Metrics of one app. Labels are operations and statuses, never ids: each label value costs memory for ever. */
export function createMetrics(): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const observe = (operation: Operation): RequestHandler => {
    return (_request, response, next) => {
      const end = durations.startTimer({ operation: operation.operationId });
      response.once('close', () => end({ status: response.statusCode }));
      next();
    };
  };
  return { registry, observe };
}
