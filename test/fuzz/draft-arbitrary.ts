import fc, { type Arbitrary } from 'fast-check';
import { ThingRef, type Credential, type Draft } from './draft-types.ts';
import type { FuzzOperation, Parameter } from './fuzz-operations.ts';
import { valueOf } from './schema-arbitrary.ts';
import { spoilFor } from './spoil-draft.ts';

const credential: Arbitrary<Credential> = fc.oneof(
  { weight: 17, arbitrary: fc.constant<Credential>('session') },
  { weight: 2, arbitrary: fc.constant<Credential>('token') },
  { weight: 1, arbitrary: fc.constant<Credential>('broken') },
);

/** All parameters of a path are of one thing: a session of a server is looked for at that server. */
function paramsOf({ parameters, path }: FuzzOperation): Arbitrary<Record<string, unknown>> {
  const own = parameters.filter((each) => each.in === 'path');
  const free = own.filter(({ schema }) => schema.enum !== undefined);
  const named = own.filter(({ schema }) => schema.enum === undefined);
  const last = named.at(-1);
  const kind = last && path.slice(0, path.indexOf(`{${last.name}}`) + last.name.length + 2);
  const chosen = fc.record(Object.fromEntries(free.map(({ name, schema }) => [name, valueOf(schema, name)])));
  if (!kind) return chosen;
  return fc.tuple(chosen, fc.nat(10_000)).map(([params, pick]) => ({ ...params, '': new ThingRef(kind, pick) }));
}

function optional(parameters: Parameter[], operationId: string): Arbitrary<Record<string, unknown>> {
  const value = ({ name, schema }: Parameter): Arbitrary<unknown> =>
    name === 'cursor' ? fc.nat(100).map((pick) => new ThingRef(`cursor:${operationId}`, pick)) : valueOf(schema, name);
  const fields = Object.fromEntries(parameters.map((each) => [each.name, fc.option(value(each), { freq: 1 })]));
  return fc.record(fields).map((all) => Object.fromEntries(Object.entries(all).filter(([, each]) => each !== null)));
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const part = (name: string, head: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--batas\r\nContent-Disposition: form-data; name="${name}"; ${head}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n--batas--\r\n'),
  ]);
const forms = [
  part('file', 'filename="layar.png"\r\nContent-Type: image/png', png),
  ...[part('file', 'filename="../../a\0.png"', png), part('lain', 'filename="a.png"', png)],
  ...[part('file', 'filename="a.svg"', Buffer.from('<svg onload="x"/>')), Buffer.from('--batas'), Buffer.alloc(0)],
];

const tables = [
  ...['id,name,active\nkantor-f,Kantor F,true\n', 'id,name\n,\n', 'id,name,deskId\nsis-f,Sistem,layanan\n', '\0', ''],
  ...[
    'id;name\nx;y\n',
    '"',
    'id,name,__proto__\na,b,c\n',
    '=1+1,b\n',
    'id,name,role,officeId\norang-f,F,submitter,123\n',
  ],
];

function bodyOf({ body, method }: FuzzOperation): Arbitrary<Pick<Draft, 'body' | 'raw' | 'contentType'>> {
  const contentType = body?.type ?? 'application/json';
  if (contentType === 'multipart/form-data') {
    const type = 'multipart/form-data; boundary=batas';
    return fc.constantFrom(...forms).map((raw) => ({ raw, contentType: type }));
  }
  if (contentType === 'text/csv') return fc.constantFrom(...tables).map((raw) => ({ raw, contentType }));
  if (body) return valueOf(body.schema, '').map((value) => ({ body: value, contentType }));
  return fc
    .constantFrom(...(method === 'GET' ? [undefined] : [undefined, {}]))
    .map((value) => ({ body: value, contentType }));
}

/** Requests of an operation: some as declared, more of them with one thing spoilt. */
export function draftOf(operation: FuzzOperation): Arbitrary<Draft> {
  const { operationId, parameters } = operation;
  const ofPlace = (place: Parameter['in']) =>
    optional(
      parameters.filter((each) => each.in === place),
      operationId,
    );
  const sound = fc
    .record({
      params: paramsOf(operation),
      query: ofPlace('query'),
      headers: ofPlace('header'),
      body: bodyOf(operation),
      credential,
    })
    .map(({ params, query, headers, body, credential: by }): Draft => ({
      ...{ params, query: Object.entries(query), headers: headers as Record<string, string>, credential: by },
      ...{ ...body, spoilt: by === 'broken' ? 'credential' : null },
    }));
  const languages = fc.constantFrom('id', 'en', 'fr, en;q=0.5', 'en-US,en;q=0.9');
  const spoken = fc
    .tuple(sound, languages)
    .map(([draft, language]) => ({ ...draft, headers: { 'accept-language': language, ...draft.headers } }));
  const bad = fc.tuple(spoken, spoilFor(operation)).map(([draft, spoil]) => spoil(draft));
  return fc.oneof(spoken, bad);
}
