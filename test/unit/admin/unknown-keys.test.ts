import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredDocument } from '../../../api/openapi/declared-document.ts';
import { answerTo, published, stagedCall, type PublishedOperation } from '../../support/authorisation/access-call.ts';
import { cells, cast, type Cell } from '../../support/authorisation/access-cast.ts';
import { buildAccessWorld, type AccessWorld } from '../../support/authorisation/access-world.ts';

let world: AccessWorld;

beforeAll(async () => {
  world = await buildAccessWorld();
});
afterAll(() => world.api.close());

const stranger = 'bukan_isian';

/** Whoever signs people in sends parameters of their own; RFC 6749, 4.1.2 has clients ignore those that they do not know. */
const takesAnyQuery = ['finishOidcSignIn'];

/** Somebody who may do it, so that nothing but the key is a reason to refuse. */
function allowedCell({ operationId, isPublic }: PublishedOperation): Cell {
  const cell = cells.find((each) => each.operationId === operationId && each.how === '' && each.expected === 'done');
  const [anybody] = cast;
  if (cell) return cell;
  if (!isPublic || !anybody) throw new Error(`nobody may do ${operationId}`);
  return { operationId, how: '', person: anybody, kind: 'only', expected: 'done' };
}

async function call(operation: PublishedOperation, change: { query?: string; body?: object }) {
  const cell = allowedCell(operation);
  const staged = await stagedCall(operation, cell, world);
  const parts = {
    ...staged,
    ...(change.query && { query: staged.query ? `${staged.query}&${change.query}` : change.query }),
    ...(change.body && { body: { ...(staged.body as object | undefined), ...change.body } }),
  };
  const client = operation.isPublic ? world.api.client() : world.clientOf(cell.person);
  return answerTo(operation, parts, { client, url: world.api.url });
}

const refused = (place: 'query' | 'body') => ({
  status: 400,
  body: { code: 'validation_failed', errors: [{ in: place, pointer: `#/${stranger}`, code: 'unknown_field' }] },
});

describe('a key that an operation does not know', () => {
  const queried = published.filter(({ operationId }) => !takesAnyQuery.includes(operationId));
  it.each(queried)('is refused in the query of $operationId', async (operation) => {
    expect(await call(operation, { query: `${stranger}=1` })).toMatchObject(refused('query'));
  });

  const isJson = ({ requestBody }: PublishedOperation) =>
    requestBody === undefined || 'application/json' in requestBody.content;
  const writing = published.filter((operation) => operation.method !== 'GET' && isJson(operation));
  it.each(writing)('is refused in the body of $operationId', async (operation) => {
    expect(await call(operation, { body: { [stranger]: { $ne: null } } })).toMatchObject(refused('body'));
  });
});

describe('the schemas of bodies', () => {
  const { paths, components } = declaredDocument() as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: unknown }>>;
    components: { schemas: Record<string, unknown> };
  };

  /** Every object with fields of its own, wherever it stands; a record of anything has none. */
  function openObjects(schema: unknown, seen = new Set<string>(), at = '#'): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const { $ref, properties, additionalProperties } = schema as Record<string, unknown>;
    if (typeof $ref === 'string') {
      const name = $ref.split('/').pop() ?? '';
      return seen.has(name) ? [] : openObjects(components.schemas[name], seen.add(name), name);
    }
    const own = properties !== undefined && additionalProperties !== false ? [at] : [];
    const inner = Object.entries(schema).filter(([key]) => key !== 'example');
    return [...own, ...inner.flatMap(([key, value]) => openObjects(value, seen, `${at}/${key}`))];
  }

  /** A record whose keys are an enumeration: JSON Schema has no short word for it; the code refuses others. */
  const recordsOfKnownKeys = ['NotificationChoicesRequest/properties/mail'];

  it('let a record of known keys have no others', async () => {
    const [person] = cast;
    if (!person) throw new Error('an empty cast');
    const answer = await world.clientOf(person).put('/v1/notifications/choices', { mail: { [stranger]: true } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'body' }] } });
  });

  const bodies = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ requestBody }) => requestBody !== undefined);

  it.each(bodies)('of $operationId take no unknown key at any depth', ({ requestBody }) => {
    expect(openObjects(requestBody).filter((at) => !recordsOfKnownKeys.includes(at))).toEqual([]);
  });
});
