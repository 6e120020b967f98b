import type { ApiDeps } from '../api-deps.ts';
import { createMetrics } from '../health/request-metrics.ts';
import type { Operation } from '../http/operation.ts';
import { apiOperations } from '../operations.ts';
import { buildOpenApiDocument } from './openapi-document.ts';

/** All operations as they are declared, for looking at: none of them can be called. */
export function declaredOperations(): Operation[] {
  const nothing = { settings: {}, store: {}, clock: () => new Date(0) };
  return apiOperations(nothing as ApiDeps, createMetrics());
}

/** The OpenAPI document without store and engine. */
export function declaredDocument(): Record<string, unknown> {
  return buildOpenApiDocument(declaredOperations());
}
