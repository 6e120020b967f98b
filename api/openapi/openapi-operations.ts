import { z } from 'zod';
import { operation, type Operation } from '../http/operation.ts';
import { problemStatuses, problemCodes } from '../http/problem-codes.ts';
import { translate } from '../locale/translate.ts';

const problemTypeSchema = z
  .strictObject({ code: z.string(), status: z.int(), title: z.string(), detail: z.string() })
  .meta({ id: 'ProblemType' });

/** What explains the API to programs and people. `document` is asked for at the first request, when it is complete. */
export function openApiOperations(document: () => Record<string, unknown>): Operation[] {
  const common = { tag: 'About', method: 'get', access: 'public' } as const;
  return [
    operation({
      ...common,
      path: '/openapi.json',
      operationId: 'getOpenApi',
      summary: 'This document',
      responses: { 200: { description: 'OpenAPI 3.1.', body: z.looseObject({ openapi: z.string() }) } },
    }).handle(() => ({ status: 200, body: document() as { openapi: string } })),
    operation({
      ...common,
      path: '/problems/:code',
      operationId: 'getProblemType',
      summary: 'What a problem means',
      request: { params: z.strictObject({ code: z.enum(problemCodes) }) },
      responses: { 200: { description: 'The problem, in the language asked for.', body: problemTypeSchema } },
    }).handle(({ params: { code }, locale }) => ({
      status: 200,
      body: {
        code,
        status: problemStatuses[code],
        title: translate(locale, `problem.${code}.title`),
        detail: translate(locale, `problem.${code}.detail`),
      },
    })),
  ];
}
