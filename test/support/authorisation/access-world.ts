import { buildTestApi, type TestApi } from '../api/test-api.ts';
import type { TestClient } from '../api/test-client.ts';
import type { User } from '../../../store/users/user-repository.ts';
import { accessCases } from './access-cases.ts';
import { fakeIncidentFlow } from './access-incidents.ts';
import { cast, type Person } from './access-cast.ts';
import { accessSessions } from './access-sessions.ts';
import { accessSignIns } from './access-sign-ins.ts';
import { accessThings } from './access-things.ts';

/** People whom the API's usual world lacks, each like somebody who is there. */
const newcomers: [userId: string, like: string, overrides: Partial<User>][] = [
  ['abc', 'xyz', {}],
  ['petugas-r', 'petugas-q', { rosterPosition: 1 }],
  ['agen-lain-2', 'agen-lain', { tier: 'tier-2' }],
  ['pengawas-lain', 'pengawas', { deskId: 'lain' }],
];

async function furnish({ store }: TestApi): Promise<void> {
  await store.systems.insert({ systemId: 'kas', name: 'Kas', deskId: 'lain' });
  for (const [userId, like, overrides] of newcomers) {
    const known = await store.users.find(like);
    if (known === null) throw new Error(`nobody like ${like}`);
    await store.users.insert({ ...known, userId, username: userId, name: userId, ...overrides });
  }
}

/** The API over fakes whose cases and sessions decide as the real ones do, and everything that a call can be about. */
export async function buildAccessWorld() {
  const api = await buildTestApi();
  await furnish(api);
  const clients = new Map<string, TestClient>();
  for (const { id } of cast) clients.set(id, await api.signedIn(id));
  const clientOf = ({ id }: Pick<Person, 'id'>): TestClient => clients.get(id) ?? api.client();
  return {
    api,
    newCase: accessCases(api),
    newIncident: fakeIncidentFlow(api),
    ...accessSessions(api),
    ...accessThings(api),
    ...accessSignIns(api, clientOf),
    clientOf,
  };
}

export type AccessWorld = Awaited<ReturnType<typeof buildAccessWorld>>;
