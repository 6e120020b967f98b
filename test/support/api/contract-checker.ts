import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { problemContentType } from '../../../api/http/problem-response.ts';
import { declaredDocument } from '../../../api/openapi/declared-document.ts';

export interface SeenResponse {
  method: string;
  /** With the query string, if any. */
  path: string;
  status: number;
  contentType: string | null;
  body: unknown;
  headers: Headers;
}

interface ResponseObject {
  content?: Record<string, unknown>;
  headers?: Record<string, unknown>;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, ResponseObject> }>>;
}

const document = declaredDocument() as unknown as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as typeof addFormats.default)(ajv);
ajv.addSchema(document, 'openapi');

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Throws unless the published OpenAPI document says that this operation may answer just so. */
export function checkContract(seen: SeenResponse): void {
  const where = `${seen.method} ${seen.path} → ${seen.status}`;
  const operation = operationFor(seen);
  if (!operation) return checkUnrouted(seen, where);
  const { template, responses } = operation;
  const declared = responses[String(seen.status)];
  if (!declared) throw new Error(`${where}: ${operation.operationId} declares no such status`);
  const type = seen.contentType?.split(';', 1)[0] ?? null;
  checkHeaders(seen, declared, where);
  if (!declared.content) {
    if (type !== null || seen.body !== undefined) throw new Error(`${where}: a body although none is declared`);
    return;
  }
  if (seen.method === 'HEAD') return;
  if (type === null || !(type in declared.content)) throw new Error(`${where}: undeclared content type ${type}`);
  const steps = ['paths', template, seen.method.toLowerCase(), 'responses', String(seen.status), 'content', type];
  validate(`openapi#/${steps.map(escaped).join('/')}/schema`, seen.body, where);
}

function operationFor({ method, path }: SeenResponse) {
  const segments = (path.split('?', 1)[0] ?? '').split('/');
  const fits = (template: string) => {
    const wanted = template.split('/');
    return wanted.length === segments.length && wanted.every((step, i) => step.startsWith('{') || step === segments[i]);
  };
  const templates = Object.keys(document.paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length);
  for (const template of templates) {
    const found = document.paths[template]?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
    if (found) return { template, ...found };
  }
  return null;
}

/** What is no operation may only say so. */
function checkUnrouted(seen: SeenResponse, where: string): void {
  if (![400, 404, 405].includes(seen.status)) throw new Error(`${where}: no such operation is declared`);
  if (seen.contentType?.split(';', 1)[0] !== problemContentType) throw new Error(`${where}: not a problem`);
  validate('openapi#/components/schemas/Problem', seen.body, where);
}

/** Those that always come with their status; others depend on the case. */
function checkHeaders(seen: SeenResponse, declared: ResponseObject, where: string): void {
  const required = ['X-Request-Id', ...(seen.status === 429 || seen.status === 503 ? ['Retry-After'] : [])];
  for (const name of required) if (!seen.headers.has(name)) throw new Error(`${where}: no ${name}`);
  for (const name of ['ETag', 'Location', 'Retry-After', 'Set-Cookie']) {
    if (seen.headers.has(name) && !(name in (declared.headers ?? {})) && seen.status < 400) {
      throw new Error(`${where}: ${name} is not declared`);
    }
  }
}

function validate(schema: string, body: unknown, where: string): void {
  const check = ajv.getSchema(schema);
  if (!check) throw new Error(`${where}: no schema ${schema}`);
  if (check(body)) return;
  throw new Error(`${where}: not as declared: ${ajv.errorsText(check.errors)}\n${JSON.stringify(body)}`);
}
