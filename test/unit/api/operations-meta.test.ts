import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actions } from '../../../api/auth/policy.ts';
import { problemStatuses } from '../../../api/http/problem-codes.ts';
import { declaredDocument, declaredOperations } from '../../../api/openapi/declared-document.ts';
import { problemsOf, responsesOf } from '../../../api/openapi/openapi-responses.ts';

const operations = declaredOperations();
const named = operations.map((operation) => [operation.operationId, operation] as const);

/** The only ones that anybody may call; a new one has to be added here on purpose. */
const publicOperations = [
  ...['beginOidcSignIn', 'finishOidcSignIn', 'getLiveness', 'getMetrics', 'getOpenApi', 'getProblemType'],
  ...['getReadiness', 'signIn'],
];

describe('every operation', () => {
  it('has an id and an address of its own', () => {
    const ids = operations.map(({ operationId }) => operationId);
    const addresses = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is public only if it is listed', () => {
    const found = operations.filter(({ access }) => access === 'public').map(({ operationId }) => operationId);
    expect(found.sort()).toEqual(publicOperations);
  });

  it.each(named)('%s says who may call it, in words and in policy', (_id, { access, summary, tag, responses }) => {
    expect(access === 'public' || access === 'signedIn' || actions.includes(access.action)).toBe(true);
    expect(summary.length).toBeGreaterThan(5);
    expect(tag).not.toBe('');
    for (const { description } of Object.values(responses)) expect(description).not.toBe('');
  });

  it.each(named)('%s takes no unknown fields', (_id, { request: { params, query, body } }) => {
    for (const schema of [params, query, body]) {
      if (schema instanceof z.ZodObject) expect(schema.def.catchall).toBeInstanceOf(z.ZodNever);
    }
  });

  it.each(named)('%s names the parameters of its path', (_id, { path, request: { params } }) => {
    const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    expect(params instanceof z.ZodObject ? Object.keys(params.shape) : []).toEqual(inPath);
  });

  it.each(named)('%s declares its problems', (_id, operation) => {
    const responses = responsesOf(operation);
    for (const code of problemsOf(operation)) {
      expect(responses[problemStatuses[code]]?.content).toHaveProperty('application/problem+json');
    }
    if (operation.access !== 'public') expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '503']));
  });

  it('is in openapi.json, which is what the code says (npm run openapi)', () => {
    const file: unknown = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'));
    expect(file).toEqual(declaredDocument());
  });
});
