import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { requestIdOf } from './request-identity.ts';

/** Paths that probes call every few seconds: they would drown the rest. */
const quietPaths = new Set(['/live', '/ready', '/metrics']);

function pathOf(request: IncomingMessage & { originalUrl?: string }): string {
  return (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? '';
}

/**
 * One line for each request: who, what, how long, which id. Never a body, a header or a query string: they may hold
 * secrets and what people complain about.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: requestIdOf,
    autoLogging: { ignore: (request) => quietPaths.has(pathOf(request)) },
    customLogLevel: (_request, response, error) => {
      if (response.statusCode >= 500 || error) return 'error';
      return response.statusCode >= 400 ? 'warn' : 'info';
    },
    // What failed is recorded where it is answered, under the same id.
    customErrorObject: (_request, _response, _error, line: object) => ({ ...line, err: undefined }),
    customAttributeKeys: { responseTime: 'ms', reqId: 'requestId' },
    quietReqLogger: true,
    serializers: {
      req: (request: { id: string; method: string; raw: IncomingMessage }) => ({
        method: request.method,
        path: pathOf(request.raw),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }),
    },
  });
}
