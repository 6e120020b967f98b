import type { Office } from '../../store/offices/office-repository.ts';
import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import type { InformationSystem } from '../../store/systems/system-repository.ts';
import type { User } from '../../store/users/user-repository.ts';

/** The demo desk of the story. Ids equal names. */
export const demoDeskId = 'layanan';

/** For all demo people; sign-in refuses it in production. */
export const demoPassword = 'giliran-demo';

export const demoOffices: Office[] = ['123', '124', '125'].map((officeId) => ({
  officeId,
  name: `Kantor ${officeId}`,
}));

export const demoServers: OfficeServer[] = demoOffices.map(({ officeId }) => ({
  serverId: `srv-${officeId}`,
  officeId,
  name: `Server lokal kantor ${officeId}`,
  sessionLimit: 1,
  address: `srv-${officeId}.kantor.example`,
}));

export const demoSystems: InformationSystem[] = [
  { systemId: 'sipd', name: 'SIPD', deskId: demoDeskId },
  { systemId: 'simpeg', name: 'SIMPEG', deskId: demoDeskId },
  { systemId: 'espt', name: 'e-SPT', deskId: demoDeskId },
];

type DemoUser = Omit<User, 'passwordHash'>;

const nobody = { officeId: null, deskId: null, tier: null, rosterPosition: null, active: true };

/** petugas-a … petugas-p serve tier 1, petugas-q … petugas-x tier 2. */
const agents: DemoUser[] = [...'abcdefghijklmnopqrstuvwx'].map((letter, index) => ({
  ...nobody,
  userId: `petugas-${letter}`,
  username: `petugas-${letter}`,
  name: `Petugas ${letter.toUpperCase()}`,
  role: 'agent',
  deskId: demoDeskId,
  tier: index < 16 ? 'tier-1' : 'tier-2',
  rosterPosition: index < 16 ? index : index - 16,
}));

const submitters: DemoUser[] = [
  ['xyz', '123'],
  ['abc', '123'],
  ['def', '124'],
  ['ghi', '125'],
].map(([id = '', officeId = '']) => ({
  ...nobody,
  userId: id,
  username: id,
  name: id.toUpperCase(),
  role: 'submitter',
  officeId,
}));

/** `.example` is nobody's (RFC 2606): no mail of a demo ever reaches a person. */
const addressed = (user: DemoUser): DemoUser => ({
  ...user,
  email: `${user.username}@giliran.example`,
  language: 'id',
});

const people: DemoUser[] = [
  ...agents,
  { ...nobody, userId: 'pengawas', username: 'pengawas', name: 'Pengawas', role: 'supervisor', deskId: demoDeskId },
  { ...nobody, userId: 'admin', username: 'admin', name: 'Admin', role: 'admin' },
  ...submitters,
];

export const demoUsers = people.map(addressed);
