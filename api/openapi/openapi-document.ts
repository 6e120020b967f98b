import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { sessionCookieName } from '../auth/session-cookie.ts';
import type { Operation } from '../http/operation.ts';
import { requestOf } from './openapi-requests.ts';
import { responsesOf } from './openapi-responses.ts';

const description = `Complaints, dealt to agents strictly in turn. The same problem of an office attaches to the case that runs.

Errors are problems (RFC 9457) with a stable \`code\`; \`/problems/{code}\` explains each. Sentences for people come in
Indonesian or English by \`Accept-Language\`. Lists are paged by an opaque \`nextCursor\`. After 429 and 503 wait as long as
\`Retry-After\` says.`;

/** OpenAPI 3.1 of all operations, plain JSON. */
export function buildOpenApiDocument(operations: Operation[]): Record<string, unknown> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName,
    description: 'From POST /v1/session.',
  });
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'From POST /v1/tokens.',
  });
  registry.registerComponent('headers', 'RequestId', {
    description: 'The id under which this request stands in the logs; yours, if you sent a sane X-Request-Id.',
    schema: { type: 'string' },
  });
  for (const operation of operations) {
    registry.registerPath({
      method: operation.method,
      path: operation.path.replace(/:(\w+)/g, '{$1}'),
      operationId: operation.operationId,
      summary: operation.summary,
      ...(operation.description && { description: operation.description }),
      tags: [operation.tag],
      security: operation.access === 'public' ? [] : [{ session: [] }, { token: [] }],
      request: requestOf(operation),
      responses: responsesOf(operation),
    });
  }
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Giliran', version: '1', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
  });
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}
