import { declaredDocument } from '../../api/openapi/declared-document.ts';
import type { Schema } from './draft-types.ts';

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema: Schema;
}

export interface FuzzOperation {
  operationId: string;
  method: string;
  path: string;
  isPublic: boolean;
  /** It answers with a stream that does not end by itself. */
  isStream: boolean;
  parameters: Parameter[];
  body: { type: string; schema: Schema; required: boolean } | null;
}

interface Declared {
  operationId: string;
  security: object[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: object }>;
}

const document = declaredDocument() as unknown as {
  paths: Record<string, Record<string, Declared>>;
  components: { schemas: Record<string, Schema> };
};

/** Every operation that the OpenAPI document declares. */
export const fuzzOperations: FuzzOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, declared]) => {
    const { operationId, parameters = [], requestBody, responses, security } = declared;
    const [content] = Object.entries(requestBody?.content ?? {});
    return {
      ...{ operationId, path, parameters, method: method.toUpperCase(), isPublic: security.length === 0 },
      isStream: 'text/event-stream' in (responses['200']?.content ?? {}),
      body: content ? { type: content[0], schema: content[1].schema, required: requestBody?.required === true } : null,
    };
  }),
);

/** The schema that is meant. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').pop();
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}
