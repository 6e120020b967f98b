import { describe, expect, it } from 'vitest';
import { actions, can, mayEver, type Resource } from '../../../api/auth/policy.ts';
import type { Actor } from '../../../api/auth/actor.ts';
import { declaredDocument, declaredOperations } from '../../../api/openapi/declared-document.ts';
import { roles, type Role } from '../../../store/users/user-repository.ts';

/** From the OpenAPI document: whatever is added to the API is in here by itself. */
const paths = declaredDocument()['paths'] as Record<
  string,
  Record<string, { operationId: string; security: object[] }>
>;
const published = Object.values(paths).flatMap((methods) => Object.values(methods));
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
  const reported = { reporterIds: [id], submitterId: id };
  if (kind === 'own') return { deskId: 'layanan', officeId: '123', ...reported, userId: id, isPublished: true };
  if (kind === 'others')
    return { deskId: 'lain', officeId: '124', reporterIds: ['def'], submitterId: 'def', userId: 'def' };
  return { deskId: null, officeId: null, reporterIds: [] };
}

describe('every operation that is published', () => {
  it.each(published)('$operationId has a policy', ({ operationId, security }) => {
    const access = declared.get(operationId)?.access;
    if (security.length === 0) expect(access).toBe('public');
    else expect(access === 'signedIn' || (typeof access === 'object' && actions.includes(access.action))).toBe(true);
  });

  const roleRows = published.flatMap((operation) => roles.map((role) => ({ ...operation, role })));

  it.each(roleRows)('$operationId lets a $role in only as far as the policy does', (row) => {
    const access = declared.get(row.operationId)?.access;
    const actor = people[row.role];
    if (typeof access !== 'object') return;
    const ever = mayEver(actor, access.action);
    const some = kinds.some((kind) => can(actor, access.action, resourceOf(kind, actor)));
    // Nobody is refused early who could be allowed, and nobody who never could is let as far as a resource.
    expect(ever).toBe(some);
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
