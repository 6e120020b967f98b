import { hash } from '@node-rs/argon2';
import { hashOfSecret, newSecret } from '../../api/auth/secret.ts';
import { demoPassword, demoServers, demoSystems } from '../../dev/seed/demo-data.ts';
import { defaultDeskSettings } from '../../store/desks/default-desk-settings.ts';
import type { Store } from '../../store/store.ts';
import type { User } from '../../store/users/user-repository.ts';
import { cast } from '../support/authorisation/access-cast.ts';
import type { Caller, Credential } from './draft-types.ts';
import { ThingPool } from './thing-pool.ts';

const nobody = { officeId: null, deskId: null, tier: null, rosterPosition: null, active: true };
const elsewhere = { ...nobody, deskId: 'lain' };

/** Those of the cast who are not of the demo desk. */
const newcomers: Omit<User, 'passwordHash' | 'username' | 'name'>[] = [
  { ...elsewhere, userId: 'agen-lain', role: 'agent', tier: 'tier-1', rosterPosition: 0 },
  { ...elsewhere, userId: 'agen-lain-2', role: 'agent', tier: 'tier-2', rosterPosition: 0 },
  { ...elsewhere, userId: 'pengawas-lain', role: 'supervisor' },
  ...Array.from({ length: 12 }, (_, index) => ({
    ...nobody,
    userId: `korban-${index}`,
    role: 'submitter' as const,
    officeId: '125',
  })),
];

/** Before the demo desk is filled: a second desk, and people whom anything may be done to. */
export async function prepareFuzz(store: Store): Promise<void> {
  const passwordHash = await hash(demoPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await store.desks.insert({ deskId: 'lain', name: 'Unit Lain', settings: defaultDeskSettings, version: 1 });
  await store.systems.insert({ systemId: 'kas', name: 'Kas', deskId: 'lain' });
  for (const user of newcomers)
    await store.users.insert({ ...user, username: user.userId, name: user.userId, passwordHash });
}

/** After which whoever calls would not be who they were: each gets a look-alike to do it with. */
const changesTheCaller = new Set([
  ...['signOut', 'endOtherSessions', 'endSession', 'changePassword', 'revokeToken'],
  ...['beginSecondFactor', 'confirmSecondFactor', 'renewRecoveryCodes', 'removeSecondFactor'],
]);

const farAway = '2099-01-01T00:00:00.000Z';

/** Older ones go: lists of people would grow without end. */
const mostLookAlikes = 50;

/** What must stay in use, or nobody could send anything after a while; it may be read and referred to. */
const kept = {
  '/v1/systems/{id}': [...demoSystems.map(({ systemId }) => systemId), 'kas'],
  '/v1/office-servers/{id}': demoServers.map(({ serverId }) => serverId),
  ...{ '/v1/offices/{id}': ['123', '124'], '/v1/desks/{id}': ['layanan', 'lain'] },
};

/** Sessions and tokens of those who call, and what there is to call about. */
export function fuzzWorld(store: Store) {
  const people = cast.map(({ id }) => id);
  const spared = new Set([...people, ...Object.values(kept).flat()]);
  const pool = new ThingPool(spared);
  for (const [kind, ids] of Object.entries(kept)) pool.begin(kind, ids);
  pool.begin(
    '/v1/users/{id}',
    newcomers.map(({ userId }) => userId).filter((id) => id.startsWith('korban')),
  );
  pool.begin('/v1/agents/{id}', ['petugas-a', 'petugas-b', 'petugas-q', 'petugas-r', 'agen-lain']);
  pool.begin('submitters', ['xyz', 'abc', 'def']);
  pool.begin('usernames', ['xyz', 'petugas-a', 'admin', 'korban-1']);
  const secrets = new Map<string, string>();
  let made = 0;

  const newSession = async (userId: string): Promise<string> => {
    const secret = newSecret();
    const session = {
      tokenHash: hashOfSecret(secret),
      userId,
      createdAt: new Date().toISOString(),
      expiresAt: farAway,
    };
    await store.sessions.insert(session);
    return secret;
  };
  const newToken = async (userId: string): Promise<string> => {
    const secret = `giliran_${newSecret()}`;
    const kept = { tokenId: `token-${(made += 1)}`, name: 'x', createdAt: new Date().toISOString(), expiresAt: null };
    spared.add(kept.tokenId);
    await store.tokens.insert({ ...kept, tokenHash: hashOfSecret(secret), userId });
    return secret;
  };
  let lookAlikes: string[] = [];
  const lookAlike = async (id: string): Promise<string> => {
    if (lookAlikes.length >= mostLookAlikes) await store.users.remove(lookAlikes.shift() ?? '');
    const model = await store.users.find(id);
    const userId = `${id}-salinan-${(made += 1)}`;
    if (!model) throw new Error(`${id} is no more`);
    await store.users.insert({ ...model, userId, username: userId, rosterPosition: null });
    lookAlikes = [...lookAlikes, userId];
    return userId;
  };
  const secretOf = async (userId: string, credential: Credential): Promise<string> => {
    const key = `${credential} ${userId}`;
    const known = secrets.get(key) ?? (await (credential === 'token' ? newToken : newSession)(userId));
    secrets.set(key, known);
    return known;
  };

  return {
    pool,
    /** The headers by which a caller is known. */
    async proofOf(caller: Caller, credential: Credential, operationId: string): Promise<Record<string, string>> {
      if (credential === 'broken') return { authorization: 'Bearer giliran_nobody-was-given-this' };
      if (!caller) return {};
      const userId = changesTheCaller.has(operationId) ? await lookAlike(caller.id) : caller.id;
      const secret = await secretOf(userId, credential);
      return credential === 'token' ? { authorization: `Bearer ${secret}` } : { cookie: `giliran_session=${secret}` };
    },
  };
}

export type FuzzWorld = ReturnType<typeof fuzzWorld>;
