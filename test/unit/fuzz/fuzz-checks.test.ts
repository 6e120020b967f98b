import { describe, expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { mayEverDo, roleFaults, scopeFaults } from '../../fuzz/check-access.ts';
import { faultsOf } from '../../fuzz/check-answer.ts';
import { fuzzOperations } from '../../fuzz/fuzz-operations.ts';
import type { FuzzAnswer } from '../../fuzz/fuzz-request.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { cast } from '../../support/authorisation/access-cast.ts';

const person = (id: string) => {
  const found = cast.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id} in the cast`);
  return found;
};
const operation = (id: string) => {
  const found = fuzzOperations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

const request = { method: 'GET', path: '/v1/desks', headers: {}, body: undefined };
const problem = {
  ...{ type: '/problems/not_found', title: 'x', status: 404, detail: 'x', instance: '/v1/desks/x' },
  ...{ code: 'not_found', requestId: 'r' },
};

function answer(status: number, body: unknown, type = status < 400 ? 'application/json' : 'application/problem+json') {
  const headers = new Headers({ 'content-type': type, 'x-request-id': 'r' });
  return {
    status,
    headers,
    contentType: type,
    text: typeof body === 'string' ? body : JSON.stringify(body),
  } as FuzzAnswer;
}

describe('an answer', () => {
  const getDesk = { ...request, path: '/v1/desks/x' };

  it('as declared is no fault', () => {
    expect(faultsOf(request, answer(200, { items: [], nextCursor: null }))).toEqual([]);
    expect(faultsOf(getDesk, answer(404, problem))).toEqual([]);
  });

  it.each([
    ['of status 500', answer(500, { ...problem, status: 500, code: 'internal' }), /^500/],
    ['that the document does not have', answer(200, { items: [], nextCursor: null, more: 1 }), /not as declared/],
    ['of another type', answer(200, 'x', 'text/html'), /undeclared content type/],
    ['of a status that is not declared', answer(409, problem), /declares no such status/],
    ['that breaks off', answer(200, '{"items":['), /is not/],
    ['with a code that nobody knows', answer(404, { ...problem, code: 'oops' }), /no known code: oops/],
    ['that is no problem', answer(404, { message: 'x' }, 'application/json'), /404 is no problem/],
    ['with a stack trace', answer(404, { ...problem, detail: 'Error: x\n    at f (/app/x.js:1:2)' }), /inside/],
    ['with the name of an inner error', answer(404, { ...problem, detail: 'MongoServerError: E11000' }), /inside/],
  ])('%s is a fault', (_what, seen, fault) => {
    expect(faultsOf(getDesk, seen).join('\n')).toMatch(fault);
  });

  it('that repeats an inner word of the request is no fault', () => {
    const asked = { ...getDesk, path: '/v1/desks/mongoose' };
    expect(faultsOf(asked, answer(404, { ...problem, instance: '/v1/desks/mongoose' }))).toEqual([]);
  });
});

describe('who is let in', () => {
  const seen = { params: {}, body: undefined, isSound: true };

  it('is nobody without signing in', () => {
    expect(roleFaults(operation('listDesks'), null, { ...seen, status: 401 })).toEqual([]);
    expect(roleFaults(operation('listDesks'), null, { ...seen, status: 200 })).toHaveLength(1);
    expect(roleFaults(operation('listDesks'), null, { ...seen, status: 404 })).toHaveLength(1);
  });

  it('is no role that the table never lets do it', () => {
    const [createUser, xyz] = [operation('createUser'), person('xyz')];
    expect(mayEverDo('createUser', xyz)).toBe(false);
    expect(roleFaults(createUser, xyz, { ...seen, status: 403 })).toEqual([]);
    expect(roleFaults(createUser, xyz, { ...seen, status: 201 })).toHaveLength(1);
    expect(roleFaults(createUser, xyz, { ...seen, status: 409 })).toHaveLength(1);
    expect(roleFaults(createUser, person('admin'), { ...seen, status: 201 })).toEqual([]);
  });

  it('may refuse a body that cannot be read before it is looked who asks', () => {
    expect(roleFaults(operation('createUser'), null, { ...seen, status: 415, isSound: false })).toEqual([]);
    expect(roleFaults(operation('createUser'), null, { ...seen, status: 415 })).toHaveLength(1);
  });

  it('is nobody of another desk or office', async () => {
    const store = fakeStore();
    const view = buildCaseView({ deskId: 'layanan', reporterIds: ['xyz'] });
    await store.cases.record(view);
    const scope = (id: string) =>
      scopeFaults(
        store,
        operation('getComplaint'),
        person(id),
        { ...seen, status: 200, params: { id: view.caseId } },
        10,
      );
    expect(await scope('petugas-a')).toEqual([]);
    expect(await scope('xyz')).toEqual([]);
    expect(await scope('agen-lain')).toHaveLength(1);
    expect(await scope('def')).toHaveLength(1);
  });

  it('is shown no case of another desk, and none that somebody else has reported', async () => {
    const store = fakeStore();
    const view = buildCaseView({ deskId: 'layanan', reporterIds: ['xyz'] });
    await store.cases.record(view);
    const list = { ...seen, status: 200, body: { items: [{ id: view.caseId, deskId: 'layanan' }] } };
    const shown = (id: string) => scopeFaults(store, operation('listComplaints'), person(id), list, 10);
    expect(await shown('pengawas')).toEqual([]);
    expect(await shown('pengawas-lain')).toHaveLength(1);
    expect(await shown('xyz')).toEqual([]);
    expect(await shown('def')).toHaveLength(1);
  });
});
