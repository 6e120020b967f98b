import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Operation } from '../http/operation.ts';

type RequestConfig = NonNullable<RouteConfig['request']>;

/** Parts that are no objects cannot be listed as parameters. */
function objectOf(schema: z.ZodType | undefined): z.ZodObject | undefined {
  return schema instanceof z.ZodObject ? schema : undefined;
}

function multipart(file: string): RequestConfig['body'] {
  const schema = { type: 'string', format: 'binary', description: file } as const;
  return {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { file: schema }, required: ['file'], additionalProperties: false },
      },
    },
  };
}

export function requestOf({ request, upload, csv = false }: Operation): RequestConfig {
  const { params, query, headers, body } = request;
  const parts = { params: objectOf(params), query: objectOf(query), headers: objectOf(headers) };
  const present = Object.fromEntries(Object.entries(parts).filter(([, schema]) => schema !== undefined));
  if (upload !== undefined) return { ...present, body: multipart(upload) };
  if (!body) return present;
  const required = !body.safeParse(undefined).success;
  return { ...present, body: { required, content: { [csv ? 'text/csv' : 'application/json']: { schema: body } } } };
}
