import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, outcomeOf, published, stagedCall } from '../../support/authorisation/access-call.ts';
import { cells, cast, type Cell } from '../../support/authorisation/access-cast.ts';
import { openToAnyone } from '../../support/authorisation/access-table.ts';
import { buildAccessWorld, type AccessWorld } from '../../support/authorisation/access-world.ts';

let world: AccessWorld;
/** Calls of the engine since the world was staged; asking how a case stands does nothing. */
let reached: string[] = [];

beforeAll(async () => {
  world = await buildAccessWorld();
  world.api.engine.onCall = (method) => {
    if (method !== 'describeCase') reached.push(method);
  };
});
afterAll(() => world.api.close());

const operations = new Map(published.map((operation) => [operation.operationId, operation]));
const listed = new Set(cells.map(({ operationId }) => operationId));
/** For what only nobody's call is looked at: whose it is does not matter. */
const anyCell = { how: '', kind: 'only', expected: 'done' } as const;
const [somebody] = cast;

async function call(cell: Cell, as: 'nobody' | 'person') {
  const operation = operations.get(cell.operationId);
  if (!operation) throw new Error(`no operation ${cell.operationId}`);
  const parts = await stagedCall(operation, cell, world);
  reached = [];
  const ends = cell.operationId === 'signOut';
  const person = ends ? await world.api.signedIn(cell.person.id) : world.clientOf(cell.person);
  const client = as === 'nobody' ? world.api.client() : person;
  return answerTo(operation, parts, { client, url: world.api.url });
}

describe('the table of who may do what', () => {
  it.each(published)('has $operationId', ({ operationId, isPublic }) => {
    const advice = `Add a line for ${operationId} to test/support/authorisation/access-table.ts, from the contract.`;
    expect(isPublic ? openToAnyone : [...listed], advice).toContain(operationId);
  });

  it('has nothing that is not published', () => {
    expect([...listed, ...openToAnyone].filter((operationId) => !operations.has(operationId))).toEqual([]);
  });
});

describe('nobody', () => {
  it.each(published)('is let in to $operationId only if anyone is', async ({ operationId }) => {
    if (!somebody) throw new Error('an empty cast');
    const answer = await call({ operationId, person: somebody, ...anyCell }, 'nobody');
    if (openToAnyone.includes(operationId)) expect([200, 302]).toContain(answer.status);
    else expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    if (answer.status === 401) expect(reached).toEqual([]);
  });
});

const rows = cells.map((cell): [title: string, cell: Cell] => {
  const { expected, how, kind, operationId, person } = cell;
  const whose = kind === 'only' ? '' : `, ${kind}`;
  return [`${operationId}${how && ` ${how}`} × ${person.column}${whose}: ${expected}`, cell];
});

describe('everybody else', () => {
  it.each(rows)('%s', async (_title, cell) => {
    const answer = await call(cell, 'person');
    expect(outcomeOf(answer), JSON.stringify(answer.body)).toBe(cell.expected);
    // What is not for somebody is over before anything could happen.
    if (['forbidden', 'hidden', 'unknown'].includes(cell.expected)) expect(reached).toEqual([]);
  });
});
