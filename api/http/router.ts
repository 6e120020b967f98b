import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { readCsvBody } from './csv-body.ts';
import { readJsonBody } from './json-body.ts';
import { onlyMultipart } from './multipart-body.ts';
import type { Operation, RawReply } from './operation.ts';
import { Problem } from './problem.ts';
import { traceOperation } from './trace-gate.ts';
import { contextOf } from './request-context.ts';

/** What stands between an operation's address and its handler; each is built once for each operation. */
export interface Gates {
  /** Finds out who calls; public operations skip it. */
  authenticate: RequestHandler;
  /** Refuses what another site made the browser send. */
  refuseCrossSite: RequestHandler;
  /** Instead of that: lets the Temporal UI's page through, and nobody else's. */
  admitTemporalUi: RequestHandler;
  limitRate: RequestHandler;
  observe: (operation: Operation) => RequestHandler;
}

const pass: RequestHandler = (_request, _response, next) => next();

/** Routes for all operations. Known paths answer other methods with 405 and Allow. */
export function buildRouter(operations: Operation[], gates: Gates): Router {
  const router = Router();
  for (const operation of operations) {
    const { forTemporalUi = false, path } = operation;
    // Before anything can be refused, so that the page is told why.
    if (forTemporalUi) router.all(path, gates.admitTemporalUi);
    router[operation.method](
      operation.path,
      traceOperation(operation),
      gates.observe(operation),
      operation.access === 'public' ? pass : gates.authenticate,
      operation.rateLimited === false ? pass : gates.limitRate,
      forTemporalUi ? pass : gates.refuseCrossSite,
      ...bodyReaders(operation),
      handle(operation),
    );
  }
  for (const path of new Set(operations.map(({ path }) => path))) router.all(path, refuseMethod(operations, path));
  return router;
}

function bodyReaders({ upload, csv = false }: Operation): RequestHandler[] {
  if (upload !== undefined) return [onlyMultipart];
  return csv ? readCsvBody() : readJsonBody();
}

function handle(operation: Operation): RequestHandler {
  return async (request, response) => {
    const { params, query, headers, body } = request as { [Key in 'params' | 'query' | 'headers' | 'body']: unknown };
    const { actor, credential, locale, requestId, sessionSecret } = contextOf(request);
    const caller = { actor, credential, locale, requestId, sessionSecret, address: request.ip ?? '' };
    const reply = await operation.run({
      ...caller,
      secure: request.secure,
      params,
      query,
      headers,
      body,
      incoming: request,
    });
    await send(request, response, operation, reply);
  };
}

async function send(request: Request, response: Response, operation: Operation, reply: RawReply): Promise<void> {
  const { body, csv, headers = {}, status, stream } = reply;
  if (stream !== undefined) await begun(stream);
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'Content-Language': contextOf(request).locale, ...headers });
  const contentType = operation.responses[status]?.contentType;
  if (stream !== undefined)
    return sendStream(request, response.type(contentType ?? 'application/octet-stream'), stream);
  if (csv !== undefined) {
    response.vary('Accept');
    if (request.accepts(['application/json', 'text/csv']) === 'text/csv') {
      response.set('Content-Disposition', `attachment; filename="${csv.fileName}"`);
      return void response.type('text/csv; charset=utf-8').send(csv.text());
    }
  }
  if (body === undefined) return void response.end();
  response.type(contentType ?? 'application/json').send(contentType ? body : JSON.stringify(body));
}

/** Once it has begun, only the connection's end can tell that it broke off; a reader who leaves is no error. */
async function sendStream(request: Request, response: Response, stream: Readable): Promise<void> {
  if (request.method === 'HEAD') {
    stream.destroy();
    return void response.end();
  }
  try {
    await pipeline(stream, response);
  } catch (error) {
    request.log.warn({ err: error }, 'an answer broke off');
  }
}

/**
 * Waits for the first piece, or the end. What fails before is answered as any error: a pipeline would tear the connection
 * down with it.
 */
function begun(stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      stream.off('readable', settle).off('close', settle).off('error', reject);
      resolve();
    };
    if (stream.errored) reject(stream.errored);
    stream.once('readable', settle).once('close', settle).once('error', reject);
  });
}

function refuseMethod(operations: Operation[], path: string): RequestHandler {
  const methods = operations.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response) => {
    if (request.method !== 'OPTIONS') throw new Problem('method_not_allowed', { headers: { Allow: allow } });
    response.status(204).set('Allow', allow).end();
  };
}
