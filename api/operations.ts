import type { ApiDeps } from './api-deps.ts';
import { healthOperations } from './health/health-operations.ts';
import type { ApiMetrics } from './health/request-metrics.ts';
import type { Operation } from './http/operation.ts';

/** Everything that the API can do: routes, and the OpenAPI document, come from this list. */
export function apiOperations(deps: ApiDeps, metrics: ApiMetrics): Operation[] {
  return [...healthOperations(deps, metrics), ...(deps.complaints ?? [])];
}
