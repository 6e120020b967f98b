import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions, can, mayEver, type Resource } from '../../../api/auth/policy.ts';
import type { Actor } from '../../../api/auth/actor.ts';
import { declaredDocument, declaredOperations } from '../../../api/openapi/declared-document.ts';
import { roles, type Role } from '../../../store/users/user-repository.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

/** From the OpenAPI document: whatever is added to the API is in here by itself. */
const paths = declaredDocument()['paths'] as Record<
  string,
  Record<string, { operationId: string; security: object[] }>
>;
const published = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, security }]) => ({ operationId, method, path, security })),
);
const declared = new Map(declaredOperations().map((operation) => [operation.operationId, operation]));

const nobody = { officeId: null, deskId: null, tier: null };
const people: Record<Role, Actor> = {
  submitter: { ...nobody, id: 'xyz', role: 'submitter', name: 'XYZ', officeId: '123' },
  agent: { ...nobody, id: 'petugas-a', role: 'agent', name: 'A', deskId: 'layanan', tier: 'tier-1' },
  supervisor: { ...nobody, id: 'pengawas', role: 'supervisor', name: 'P', deskId: 'layanan' },
  admin: { ...nobody, id: 'admin', role: 'admin', name: 'Admin' },
};

const kinds = ['own', 'others', 'unassigned'] as const;

function resourceOf(kind: (typeof kinds)[number], { id }: Actor): Resource {
  if (kind === 'own') return { deskId: 'layanan', officeId: '123', reporterIds: [id], submitterId: id, userId: id };
  if (kind === 'others')
    return { deskId: 'lain', officeId: '124', reporterIds: ['def'], submitterId: 'def', userId: 'def' };
  return { deskId: null, officeId: null, reporterIds: [] };
}

let api: TestApi;
const clients = new Map<Role, TestClient>();

beforeAll(async () => {
  api = await buildTestApi();
  for (const role of roles) clients.set(role, await api.signedIn(people[role].id));
});
afterAll(() => api.close());

const values: Record<string, string> = { tier: 'tier-1', kind: 'offices' };

/** An address at which nothing is: no call gets as far as doing something. */
const nowhere = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'tidak-ada');

/** A body of the type that the operation reads, so that nothing but the role is in the way. */
function bodyFor(operationId: string): { body?: string; headers?: Record<string, string> } {
  const { csv, upload } = declared.get(operationId) ?? {};
  if (csv === true) return { body: 'x', headers: { 'content-type': 'text/csv' } };
  return upload === undefined ? {} : { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
}

const guarded = published.filter(({ security }) => security.length > 0);
/** These end what the other calls of this file need, or never end. */
const leftOut = new Set(['signOut', 'streamEvents']);

describe('every operation that is published', () => {
  it.each(published)('$operationId has a policy', ({ operationId, security }) => {
    const access = declared.get(operationId)?.access;
    if (security.length === 0) expect(access).toBe('public');
    else expect(access === 'signedIn' || (typeof access === 'object' && actions.includes(access.action))).toBe(true);
  });

  it.each(guarded)('$operationId answers nobody (401)', async ({ operationId, method, path }) => {
    const answer = await api.client().request(method.toUpperCase(), nowhere(path), bodyFor(operationId));
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  const roleRows = guarded.flatMap((operation) => roles.map((role) => ({ ...operation, role })));

  it.each(roleRows)('$operationId lets a $role in only as far as the policy does', async (row) => {
    const access = declared.get(row.operationId)?.access;
    const actor = people[row.role];
    if (typeof access !== 'object') return;
    const ever = mayEver(actor, access.action);
    const some = kinds.some((kind) => can(actor, access.action, resourceOf(kind, actor)));
    // Nobody is refused early who could be allowed, and nobody who never could is let as far as a resource.
    expect(ever).toBe(some);
    if (ever || leftOut.has(row.operationId)) return;
    const answer = await clients
      .get(row.role)
      ?.request(row.method.toUpperCase(), nowhere(row.path), bodyFor(row.operationId));
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  const resourceRows = roleRows.flatMap((row) => kinds.map((kind) => ({ ...row, kind })));

  it.each(resourceRows)('$operationId × $role × $kind is allowed only where it is seen', (row) => {
    const access = declared.get(row.operationId)?.access;
    if (typeof access !== 'object' || !access.visibleBy) return;
    const actor = people[row.role];
    const resource = resourceOf(row.kind, actor);
    // What may be done to a thing by somebody who may not see it would tell that it is there.
    if (can(actor, access.action, resource)) expect(can(actor, access.visibleBy, resource)).toBe(true);
  });
});
