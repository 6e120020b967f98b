import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { operation, type Operation } from '../http/operation.ts';
import { createReadiness } from './readiness.ts';
import type { ApiMetrics } from './request-metrics.ts';

const readinessSchema = z
  .strictObject({
    ready: z.boolean(),
    store: z.enum(['up', 'down']),
    engine: z.enum(['up', 'down']),
    workers: z.enum(['up', 'down', 'unknown']).meta({ description: 'Down is no reason to send no requests.' }),
  })
  .meta({ id: 'Readiness', example: { ready: true, store: 'up', engine: 'up', workers: 'up' } });

const probe = { tag: 'Health', access: 'public', method: 'get', rateLimited: false } as const;

export function healthOperations(deps: ApiDeps, metrics: ApiMetrics): Operation[] {
  const readiness = createReadiness(deps);
  return [
    operation({
      ...probe,
      path: '/live',
      operationId: 'getLiveness',
      summary: 'Whether the process runs',
      responses: { 200: { description: 'It runs.', body: z.strictObject({ live: z.literal(true) }) } },
    }).handle(() => ({ status: 200, body: { live: true } })),
    operation({
      ...probe,
      path: '/ready',
      operationId: 'getReadiness',
      summary: 'Whether store and workflow engine answer',
      responses: {
        200: { description: 'Both answer.', body: readinessSchema },
        503: {
          description: 'One of them does not answer within 2 seconds, or this process is about to stop.',
          body: readinessSchema,
        },
      },
    }).handle(async () => {
      const body = await readiness();
      return body.ready ? { status: 200, body } : { status: 503, body, headers: { 'Retry-After': '2' } };
    }),
    operation({
      ...probe,
      path: '/metrics',
      operationId: 'getMetrics',
      summary: 'Metrics in the text format of Prometheus',
      responses: { 200: { description: 'All metrics.', body: z.string(), contentType: metrics.registry.contentType } },
    }).handle(async () => ({ status: 200, body: await metrics.registry.metrics() })),
  ];
}
