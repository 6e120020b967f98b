import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../api/auth/actor.ts';
import { actions, can, mayEver, type Action, type Resource } from '../../../api/auth/policy.ts';
import { roles, type Role } from '../../../store/users/user-repository.ts';

const nobody = { officeId: null, deskId: null, tier: null };

const actors: Record<Role, Actor> = {
  submitter: { ...nobody, id: 'xyz', role: 'submitter', name: 'XYZ', officeId: '123' },
  agent: { ...nobody, id: 'petugas-a', role: 'agent', name: 'A', deskId: 'layanan', tier: 'tier-1' },
  supervisor: { ...nobody, id: 'pengawas', role: 'supervisor', name: 'P', deskId: 'layanan' },
  admin: { ...nobody, id: 'admin', role: 'admin', name: 'Admin' },
};

/** own: of the actor's desk, office and making · other's: of somebody else's · unassigned: belongs to nobody. */
const resources: Record<'own' | 'others' | 'unassigned', Resource> = {
  own: {
    ...{ deskId: 'layanan', officeId: '123', reporterIds: ['def', 'xyz'], submitterId: 'xyz', userId: 'petugas-a' },
    isPublished: true,
  },
  others: { deskId: 'lain', officeId: '124', reporterIds: ['def'], submitterId: 'def' },
  unassigned: { deskId: null, officeId: null, reporterIds: [] },
};

const everything = ['own', 'others', 'unassigned'];
const own = ['own'];
const none: string[] = [];

/** submitter, agent, supervisor, admin */
const table: Record<Action, [string[], string[], string[], string[]]> = {
  'case.submit': [everything, everything, none, none],
  'case.list': [everything, everything, everything, none],
  'case.create': [own, none, none, none],
  'case.createOnBehalf': [none, everything, none, none],
  'case.attach': [own, own, none, none],
  'case.read': [own, own, own, none],
  'case.readInternal': [none, own, own, none],
  'case.act': [none, own, own, none],
  'case.reassign': [none, none, own, none],
  'case.reopen': [own, own, own, none],
  'case.judge': [own, none, none, none],
  'report.read': [own, own, own, none],
  'message.write': [own, own, own, none],
  'message.read': [own, own, own, none],
  'message.note': [none, own, own, none],
  'attachment.upload': [everything, everything, everything, none],
  'attachment.read': [own, own, own, none],
  'savedReply.read': [none, own, own, none],
  'savedReply.write': [none, none, own, none],
  'incident.open': [none, everything, everything, none],
  'incident.list': [everything, everything, everything, everything],
  'incident.read': [own, own, own, own],
  'incident.act': [none, own, own, none],
  'desk.list': [everything, everything, everything, everything],
  'desk.read': [everything, everything, everything, everything],
  'desk.configure': [none, none, none, everything],
  'desk.readFigures': [none, none, own, none],
  'rotation.read': [none, own, own, everything],
  'rotation.write': [none, none, own, none],
  'officeServer.read': [none, everything, everything, everything],
  'session.request': [none, everything, none, none],
  'session.read': [none, own, own, none],
  'session.manage': [none, own, own, none],
  'session.connect': [none, own, none, none],
  'agent.setAvailability': [none, own, own, none],
  'agent.setCapacity': [none, none, own, none],
  'setup.read': [everything, everything, everything, everything],
  'setup.write': [none, none, none, everything],
  'setup.export': [none, none, none, everything],
  'user.read': [none, none, none, everything],
  'user.write': [none, none, none, everything],
  'token.list': [own, own, own, everything],
  'token.revoke': [own, own, own, everything],
  'user.readPersonalData': [own, own, own, everything],
  'audit.read': [none, none, none, everything],
  'mail.test': [none, none, none, everything],
  'case.export': [none, none, everything, none],
  'notification.use': [everything, everything, everything, everything],
  'event.follow': [everything, everything, everything, everything],
  'webhook.manage': [none, none, none, everything],
  'payload.read': [none, none, everything, none],
};

const rows = actions.flatMap((action) =>
  roles.flatMap((role, index) =>
    (['own', 'others', 'unassigned'] as const).map((kind) => ({
      action,
      role,
      kind,
      allowed: table[action][index]?.includes(kind) ?? false,
    })),
  ),
);

describe('the policy', () => {
  it.each(rows)('$role, $action, $kind: $allowed', ({ action, role, kind, allowed }) => {
    const whose = kind === 'own' ? { userId: actors[role].id } : { userId: 'somebody' };
    expect(can(actors[role], action, { ...resources[kind], ...whose })).toBe(allowed);
  });

  it.each(rows.filter(({ allowed }) => allowed))('lets $role through to $action before it is looked at', (row) => {
    expect(mayEver(actors[row.role], row.action)).toBe(true);
  });

  it('refuses a role early exactly when nothing could be allowed to it', () => {
    for (const action of actions) {
      for (const [index, role] of roles.entries()) {
        expect([action, role, mayEver(actors[role], action)]).toEqual([action, role, table[action][index] !== none]);
      }
    }
  });

  it('denies what it does not know', () => {
    expect(can(actors.admin, 'case.destroy' as Action, resources.own)).toBe(false);
    expect(can(actors.admin, 'constructor' as Action, resources.own)).toBe(false);
  });

  it('never takes a missing desk or office for the same one', () => {
    const adrift = { ...actors.agent, deskId: null };
    expect(can(adrift, 'case.read', { deskId: null })).toBe(false);
    expect(can({ ...actors.submitter, officeId: null }, 'case.create', { officeId: null })).toBe(false);
  });
});
