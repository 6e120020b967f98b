import { z } from 'zod';
import { Problem, type Fault } from './problem.ts';
import { unsafeParts } from './unsafe-parts.ts';
import { faultsOf } from './validation-faults.ts';

interface Schemas {
  params?: z.ZodType;
  query?: z.ZodType;
  headers?: z.ZodType;
  body?: z.ZodType;
}

const nothing = z.strictObject({});
const noBody = nothing.optional();
const anything = z.unknown();

/** Path, query and headers as their schemas read them; all faults at once. Without a schema there is no query. */
export function partsOf(
  schemas: Schemas,
  raw: { params: unknown; query: unknown; headers: unknown },
): { params: unknown; query: unknown; headers: unknown } {
  const params = parse(schemas.params ?? anything, raw.params, 'path');
  const query = parse(schemas.query ?? nothing, raw.query, 'query');
  const headers = parse(schemas.headers ?? anything, raw.headers, 'header');
  refuse([...params.faults, ...query.faults, ...headers.faults]);
  return { params: params.value, query: query.value, headers: headers.value };
}

export function bodyOf(schemas: Schemas, raw: { body: unknown }): unknown {
  const body = parse(schemas.body ?? noBody, raw.body, 'body');
  refuse(body.faults);
  return body.value;
}

function parse(schema: z.ZodType, value: unknown, place: Fault['in']): { value: unknown; faults: Fault[] } {
  const unsafe = place === 'header' ? [] : unsafeParts(value, place);
  if (unsafe.length > 0) return { value: undefined, faults: unsafe };
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, faults: [] };
  return { value: undefined, faults: faultsOf(result.error.issues, place) };
}

/** Enough to correct a form; a body made of nothing but faults is not echoed as a whole. */
const faultsShown = 50;

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem('validation_failed', { faults: faults.slice(0, faultsShown) });
}
