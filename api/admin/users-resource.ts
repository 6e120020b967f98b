import type { Store } from '../../store/store.ts';
import { roles, type User } from '../../store/users/user-repository.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { hashPassword } from '../auth/password.ts';
import { invalid, Problem } from '../http/problem.ts';
import { idSchema } from '../http/id-schema.ts';
import { demandGoodPassword, localWords } from '../session/password-rules.ts';
import { revisions } from './revision.ts';
import { giveOneTimePassword, oneTimePasswordSchema } from './one-time-password.ts';
import { announceMembership } from './roster-membership.ts';
import type { SetupResource } from './setup-resource.ts';
import { unknownReference } from './setup-schemas.ts';
import {
  accountSchema,
  newUserSchema,
  presentAccount,
  userChangeSchema,
  type Account,
  type NewUser,
  type UserChange,
} from './user-schemas.ts';
import { userSubject } from './user-subject.ts';

type Placed = Pick<User, 'role' | 'officeId' | 'deskId' | 'tier'>;

/** The first field that the role lacks or has no use for, or null. */
function misfit({ role, officeId, deskId, tier }: Placed): 'officeId' | 'deskId' | 'tier' | null {
  if ((role === 'submitter') !== (officeId !== null)) return 'officeId';
  if ((role === 'agent' || role === 'supervisor') !== (deskId !== null)) return 'deskId';
  if ((role === 'agent') !== (tier !== null)) return 'tier';
  return null;
}

/** @throws Problem when the role does not fit, or office or desk are not there */
async function checked(store: Store, user: User): Promise<User> {
  const field = misfit(user);
  if (field !== null) throw invalid({ in: 'body', pointer: `#/${field}`, code: 'does_not_fit_role' });
  if (user.officeId !== null && (await store.offices.find(user.officeId)) === null) throw unknownReference('officeId');
  if (user.deskId !== null && (await store.desks.find(user.deskId)) === null) throw unknownReference('deskId');
  return user;
}

/** @throws Problem last_admin when the change would leave nobody to set anything up */
export async function keepAnAdmin(store: Store, before: User, after: Pick<User, 'role' | 'active'>): Promise<void> {
  const isAdmin = ({ role, active }: Pick<User, 'role' | 'active'>) => role === 'admin' && active;
  if (!isAdmin(before) || isAdmin(after)) return;
  const others = (await store.users.list()).filter((user) => user.userId !== before.userId && isAdmin(user));
  if (others.length === 0) throw new Problem('last_admin');
}

/** What a change makes of a user; what the new role has no use for is dropped unless it is named. */
function changedUser(user: User, change: UserChange): User {
  if (change.role === undefined || change.role === user.role) return { ...user, ...change };
  const none = { officeId: null, deskId: null, tier: null };
  const kept = { agent: { deskId: user.deskId }, supervisor: { deskId: user.deskId }, submitter: {}, admin: {} };
  return { ...user, ...none, ...kept[change.role], ...change };
}

async function isUsed(store: Store, { userId, deskId, tier }: User): Promise<boolean> {
  const one = { limit: 1 };
  const lists = await Promise.all([
    store.cases.list({ agentId: userId }, one).then(({ items }) => items),
    store.cases.list({ reporterId: userId }, one).then(({ items }) => items),
    store.changes.list({ actorId: userId }, one),
  ]);
  const rotation = deskId !== null && tier !== null ? await store.rotations.find({ deskId, tier }) : null;
  const onRoster = rotation?.roster.some(({ agentId, turns }) => agentId === userId && turns > 0) ?? false;
  return onRoster || lists.some((found) => found.length > 0);
}

export function userResource(deps: ApiDeps): SetupResource<User, NewUser, UserChange, Account> {
  const { store, settings } = deps;
  const subject = userSubject(store);
  return {
    subject,
    revisions: revisions(store.changes, subject),
    path: '/v1/users',
    names: { one: 'user', many: 'users' },
    tag: 'Users',
    list: () => store.users.list(),
    schemas: { create: newUserSchema, change: userChangeSchema, shown: accountSchema },
    filters: {
      role: z.enum(roles).optional(),
      officeId: idSchema.optional(),
      deskId: idSchema.optional(),
      tier: z.enum(tiers).optional(),
    },
    read: 'user.read',
    write: 'user.write',
    deletable: true,
    async make({ id, username = id, password, mustChangePassword, ...profile }) {
      const user = await checked(store, {
        ...{ userId: id, username, rosterPosition: null, officeId: null, deskId: null, tier: null },
        ...profile,
        ...{ passwordHash: '', active: true },
        ...((password === undefined || mustChangePassword === true) && { oneTimePassword: true }),
      });
      if (password !== undefined) {
        const words = await localWords(store);
        await demandGoodPassword(password, { username, settings, words, pointer: '#/password' });
      }
      if ((await store.users.findByUsername(username)) !== null && (await store.users.find(id)) === null)
        throw new Problem('username_taken');
      return password === undefined ? user : { ...user, passwordHash: await hashPassword(password) };
    },
    async changed(user, change) {
      const next = await checked(store, changedUser(user, change));
      await keepAnAdmin(store, user, next);
      return next;
    },
    present: presentAccount,
    async isUsed(user) {
      await keepAnAdmin(store, user, { role: user.role, active: false });
      return isUsed(store, user);
    },
    firstAnswer: {
      fields: { oneTimePassword: oneTimePasswordSchema.optional() },
      of: async ({ userId, passwordHash }) =>
        passwordHash === '' ? { oneTimePassword: await giveOneTimePassword(store, userId) } : {},
    },
    announce: ({ userId }) => announceMembership(deps, userId),
  };
}
