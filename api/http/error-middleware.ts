import type { ErrorRequestHandler } from 'express';
import { StoreUnavailable, UnstorableText } from '../../store/store-errors.ts';
import { EngineUnavailable, Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { sendProblem } from './problem-response.ts';

/** Seconds after which a retry makes sense while a store or an engine comes back. */
const retryAfterOutage = '2';

/** What the body parser and the router of Express reject with, by their `type` or name. */
const codesOfExpress: Record<string, ProblemCode> = {
  'entity.parse.failed': 'malformed_json',
  'entity.verify.failed': 'malformed_json',
  'entity.too.large': 'body_too_large',
  'charset.unsupported': 'unsupported_media_type',
  'encoding.unsupported': 'unsupported_media_type',
  'request.aborted': 'malformed_request',
  'request.size.invalid': 'malformed_request',
};

/** Any error as a problem. What is not known to be harmless is `internal`, and its text stays inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const headers = { 'Retry-After': retryAfterOutage };
  if (error instanceof StoreUnavailable) return new Problem('store_unavailable', { headers, cause: error });
  if (error instanceof EngineUnavailable) return new Problem('engine_unavailable', { headers, cause: error });
  if (error instanceof UnstorableText) return new Problem('validation_failed', { cause: error });
  return new Problem(codeOfExpress(error) ?? 'internal', { cause: error });
}

function codeOfExpress(error: unknown): ProblemCode | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof URIError) return 'malformed_url';
  const { type, status } = error as { type?: unknown; status?: unknown };
  if (typeof type === 'string' && Object.hasOwn(codesOfExpress, type)) return codesOfExpress[type] ?? null;
  return status === 400 ? 'malformed_request' : null;
}

/** The end of the chain: every error becomes an answer, and what is our fault is recorded under the request's id. */
export function answerErrors(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    if (problem.status >= 500)
      request.log.error({ err: problem.cause ?? problem, code: problem.code }, 'request failed');
    if (response.headersSent) return next(error);
    sendProblem(request, response, problem);
  };
}
