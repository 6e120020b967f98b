import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Operation, ResponseSpec } from '../http/operation.ts';
import { problemStatuses, type ProblemCode } from '../http/problem-codes.ts';
import { problemContentType } from '../http/problem-response.ts';
import { problemSchema } from './problem-schema.ts';

const headersOfStatus: Record<number, Record<string, string>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  429: { 'Retry-After': 'Seconds to wait.' },
  503: { 'Retry-After': 'Seconds to wait.' },
};

type Headers = Record<string, { $ref: string } | { description: string; schema: { type: 'string' } }>;

function headerObjects(headers: Record<string, string>): Headers {
  const own = Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]);
  return { ...(Object.fromEntries(own) as Headers), 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
}

/** Which problems an operation can answer with: its own, and those of the gates that it stands behind. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { access, request, rateLimited, path, method, upload, problems = [] } = operation;
  const codes: ProblemCode[] = [...problems, 'internal'];
  if (access !== 'public') codes.push('unauthenticated', 'store_unavailable');
  if (access !== 'public' && operation.beforePasswordChange !== true) codes.push('password_change_required');
  if (access !== 'public' && operation.beforeSecondFactor !== true) codes.push('second_factor_enrolment_required');
  if (typeof access === 'object') codes.push('forbidden');
  if (access !== 'public' && method !== 'get') codes.push('cross_site');
  if (rateLimited !== false) codes.push('rate_limited', 'malformed_request');
  if (path.startsWith('/v1/')) codes.push('store_unavailable');
  codes.push('validation_failed');
  if (path.includes(':') || request.query || request.headers) codes.push('malformed_url');
  if (upload !== undefined) codes.push('unsupported_media_type');
  else if (method !== 'get') {
    codes.push('malformed_json', 'body_too_large', 'unsupported_media_type');
  }
  return [...new Set(codes)];
}

export function responsesOf(operation: Operation): Record<string, ResponseConfig> {
  const own = Object.entries(operation.responses).map(([status, spec]) => [status, successOf(spec)] as const);
  const responses: Record<string, ResponseConfig> = Object.fromEntries(own);
  const codes = problemsOf(operation);
  for (const status of new Set(codes.map((code) => problemStatuses[code]))) {
    const ofStatus = codes.filter((code) => problemStatuses[code] === status);
    responses[status] = withProblems(responses[status], status, ofStatus);
  }
  return responses;
}

function successOf({ description, body, contentType, csv, headers = {} }: ResponseSpec): ResponseConfig {
  const asCsv = csv !== undefined && { 'text/csv': { schema: z.string().meta({ description: csv }) } };
  return {
    description,
    headers: headerObjects({
      ...headers,
      ...(csv !== undefined && { 'Content-Disposition': 'With CSV: a file name.' }),
    }),
    ...(body && { content: { [contentType?.split(';', 1)[0] ?? 'application/json']: { schema: body }, ...asCsv } }),
  };
}

function withProblems(own: ResponseConfig | undefined, status: number, codes: ProblemCode[]): ResponseConfig {
  const named = codes.map((code) => `\`${code}\``).join(', ');
  return {
    description: own ? `${own.description} Or: ${named}` : named,
    headers: headerObjects(headersOfStatus[status] ?? {}),
    content: { ...own?.content, [problemContentType]: { schema: problemSchema } },
  };
}
