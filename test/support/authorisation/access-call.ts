import { declaredDocument } from '../../../api/openapi/declared-document.ts';
import type { TestClient } from '../api/test-client.ts';
import type { Cell, Outcome } from './access-cast.ts';
import { requests, targets, type CallParts } from './access-requests.ts';
import type { AccessWorld } from './access-world.ts';

interface DeclaredBody {
  content: Record<string, { schema: { $ref?: string } }>;
}

export interface PublishedOperation {
  operationId: string;
  method: string;
  path: string;
  isPublic: boolean;
  isStream: boolean;
  requestBody: DeclaredBody | undefined;
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        security: object[];
        requestBody?: DeclaredBody;
        responses: Record<string, { content?: object }>;
      }
    >
  >;
  components: { schemas: Record<string, { example?: unknown }> };
}

const document = declaredDocument() as unknown as Document;

/** From the OpenAPI document: whatever is added to the API is in here by itself. */
export const published: PublishedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, requestBody, responses, security }]) => ({
    ...{ operationId, path, requestBody, method: method.toUpperCase() },
    isPublic: security.length === 0,
    isStream: Object.keys(responses['200']?.content ?? {}).includes('text/event-stream'),
  })),
);

function exampleFor({ requestBody }: PublishedOperation): unknown {
  const name = requestBody?.content['application/json']?.schema.$ref?.split('/').pop();
  return name === undefined ? undefined : document.components.schemas[name]?.example;
}

/** The address and the body with which the call lacks nothing but, perhaps, the right. */
export async function stagedCall(operation: PublishedOperation, cell: Cell, world: AccessWorld): Promise<CallParts> {
  const { operationId, path } = operation;
  const name = cell.how === '' ? operationId : `${operationId}:${cell.how}`;
  const request = requests[name];
  if (cell.how !== '' && request === undefined) throw new Error(`Say in access-requests.ts how ${name} is called.`);
  const parts = await request?.(cell, world);
  const target = targets.find(([begin]) => path.startsWith(begin))?.[1];
  const call = { ...(parts?.params === undefined ? await target?.(cell, world) : {}), ...parts };
  const missing = /\{(\w+)\}/.exec(addressOf(path, call))?.[1];
  if (missing !== undefined) throw new Error(`Say in access-requests.ts what {${missing}} of ${path} is.`);
  return { ...call, body: call.body ?? exampleFor(operation) };
}

function addressOf(path: string, { params = {}, query }: CallParts): string {
  const address = path.replace(/\{(\w+)\}/g, (braced, name: string) => params[name] ?? braced);
  return query === undefined ? address : `${address}?${query}`;
}

/** A stream has no end of its own: of one that begins, only that is seen. */
export async function answerTo(
  { isStream, method, path }: PublishedOperation,
  call: CallParts,
  { client, url }: { client: TestClient; url: string },
): Promise<{ status: number; body: unknown }> {
  const address = addressOf(path, call);
  if (isStream && (await begins(url + address, client.cookie()))) return { status: 200, body: undefined };
  return client.request(method, address, { body: call.body, ...(call.headers && { headers: call.headers }) });
}

async function begins(address: string, cookie: string | null): Promise<boolean> {
  const stop = new AbortController();
  const headers = new Headers(cookie === null ? {} : { cookie });
  const { ok } = await fetch(address, { headers, signal: stop.signal });
  stop.abort();
  return ok;
}

/** Why a case or a session refuses what its reader may see: it is not theirs, or it is not the time. */
const refusals = ['not_assigned', 'case_moved_on', 'illegal_in_status', 'no_higher_tier', 'not_session_holder'];

/** How the call was answered, in the words of the table; anything else as it came. */
export function outcomeOf(answer: { status: number; body: unknown }): Outcome | string {
  if (answer.status < 300) return 'done';
  const { code, errors = [] } = answer.body as { code: string; errors?: { code: string }[] };
  if (code === 'forbidden') return 'forbidden';
  if (code === 'not_found') return 'hidden';
  if (refusals.includes(code)) return 'refused by the case';
  return errors.some((each) => each.code === 'unknown_reference') ? 'unknown' : `${answer.status} ${code}`;
}
