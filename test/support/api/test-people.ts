import { hash } from '@node-rs/argon2';
import type { Store } from '../../../store/store.ts';
import type { User } from '../../../store/users/user-repository.ts';
import { buildDesk } from '../builders/desk-builder.ts';
import { buildUser } from '../builders/user-builder.ts';
import { testPassword } from './test-client.ts';

/** Far cheaper than the real thing: tests sign in often. */
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };

const nobody = { officeId: null, deskId: null, tier: null, rosterPosition: null };
const agent = { ...nobody, role: 'agent', deskId: 'layanan', tier: 'tier-1' } as const;
const submitter = { ...nobody, role: 'submitter' } as const;

const people: (Partial<User> & { userId: string })[] = [
  { ...agent, userId: 'petugas-a', name: 'Petugas A', rosterPosition: 0 },
  { ...agent, userId: 'petugas-b', name: 'Petugas B', rosterPosition: 1 },
  { ...agent, userId: 'petugas-q', name: 'Petugas Q', tier: 'tier-2', rosterPosition: 0 },
  { ...agent, userId: 'agen-lain', name: 'Agen Lain', deskId: 'lain', rosterPosition: 0 },
  { ...nobody, userId: 'pengawas', name: 'Pengawas', role: 'supervisor', deskId: 'layanan' },
  { ...nobody, userId: 'admin', name: 'Admin', role: 'admin' },
  { ...submitter, userId: 'xyz', name: 'XYZ', officeId: '123' },
  { ...submitter, userId: 'def', name: 'DEF', officeId: '124' },
  { ...submitter, userId: 'keluar', name: 'Sudah Keluar', officeId: '123', active: false },
];

/** Two desks, two offices and a few people of every role, all with the test password. */
export async function fillWithPeople(store: Store): Promise<void> {
  const passwordHash = await hash(testPassword, cheap);
  await store.desks.insert(buildDesk());
  await store.desks.insert(buildDesk({ deskId: 'lain', name: 'Lain' }));
  await store.systems.insert({ systemId: 'sipd', name: 'SIPD', deskId: 'layanan' });
  for (const officeId of ['123', '124']) {
    await store.offices.insert({ officeId, name: `Kantor ${officeId}` });
    const server = { serverId: `srv-${officeId}`, officeId, name: `Server ${officeId}`, sessionLimit: 1 };
    await store.officeServers.insert(server);
  }
  for (const person of people)
    await store.users.insert(buildUser({ ...person, username: person.userId, passwordHash }));
}
