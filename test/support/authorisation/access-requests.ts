import type { CaseWish } from './access-cases.ts';
import type { Cell } from './access-cast.ts';
import type { AccessWorld } from './access-world.ts';
import { samples } from '../conversation/file-samples.ts';
import { testPassword } from '../api/test-client.ts';

export interface CallParts {
  params?: Record<string, string>;
  query?: string;
  /** Undefined: the example of the OpenAPI document. */
  body?: unknown;
  headers?: Record<string, string>;
}

type Stage = (cell: Cell, world: AccessWorld) => Promise<CallParts> | CallParts;

const complaint = (more: object) => ({ category: 'login', title: 'Tidak bisa masuk', description: 'x', ...more });
/** A system of one's own desk; agents send for a submitter. */
const own = ({ person }: Cell) => ({
  systemId: person.role === 'agent' && person.isElsewhere ? 'kas' : 'sipd',
  ...(person.role === 'agent' && { onBehalfOf: 'abc' }),
});
const ofOtherDesk = (cell: Cell) => ({ ...own(cell), systemId: own(cell).systemId === 'kas' ? 'sipd' : 'kas' });
const ownerOf = ({ kind, person }: Cell) => (kind === 'own' ? person.id : 'abc');

const aCase =
  (wish: CaseWish = {}, body?: object | ((cell: Cell, world: AccessWorld) => Promise<object> | object)): Stage =>
  async (cell, world) => ({
    params: { id: (await world.newCase(cell, wish)).caseId },
    body: typeof body === 'function' ? await body(cell, world) : body,
  });

const aFile =
  (make: (world: AccessWorld, ...of: Parameters<AccessWorld['newCase']>) => Promise<string>): Stage =>
  async (cell, world) => ({ params: { id: await make(world, cell) } });

const aSession =
  (body?: object): Stage =>
  async (cell, world) => ({ params: await world.newSession(await world.newCase(cell)), body });

const another = async ({ kind, person }: Cell, world: AccessWorld, wish: CaseWish = {}) => ({
  intoId: (await world.newCase({ kind: kind === 'waiting' ? 'waiting' : "another's", person }, wish)).caseId,
});

const aNew =
  (make: (world: AccessWorld) => Promise<string>, body?: object): Stage =>
  async (_cell, world) => ({ params: { id: await make(world) }, body });

const named =
  (body: (id: string) => object): Stage =>
  (_cell, world) => ({ body: body(world.next('baru')) });

const anAgent: Stage = ({ kind, person }) => ({ params: { id: kind === 'own' ? person.id : 'petugas-b' } });
const aReply: Stage = async (_cell, world) => ({ params: { id: 'layanan', replyId: await world.newSavedReply() } });
const aDelivery: Stage = async (_cell, world) => {
  const id = await world.newWebhook();
  return { params: { id, deliveryId: await world.newDelivery(id) } };
};

/** What is not said here is called as the OpenAPI document has it: its example for a body, `targets` for its address. */
export const requests: Record<string, Stage> = {
  submitComplaint: (cell, { next }) => ({ body: complaint({ ...own(cell), title: next('Masalah') }) }),
  'submitComplaint:forSomebody': (cell) => ({ body: complaint({ ...own(cell), onBehalfOf: 'abc' }) }),
  'submitComplaint:ofOtherDesk': (cell) => ({ body: complaint(ofOtherDesk(cell)) }),
  openIncident: () => ({ body: { systemId: 'sipd', title: 'SIPD mati' } }),
  findSimilarComplaints: (cell) => ({ body: complaint(own(cell)) }),
  attachReport: aCase({}, (cell) => complaint({ ...own(cell), systemId: 'sipd' })),
  'attachReport:forSomebody': aCase({}, complaint({ systemId: 'sipd', onBehalfOf: 'abc' })),
  resumeComplaint: aCase({ status: 'waitingOnSubmitter' }),
  reopenComplaint: aCase({ status: 'resolved' }),
  rateComplaint: aCase({ status: 'resolved' }),
  'reassignComplaint:named': aCase({}, { agentId: 'petugas-a', reason: 'x' }),
  mergeComplaint: aCase({}, another),
  'mergeComplaint:intoOtherDesk': aCase({}, (cell, world) => another(cell, world, { deskId: 'lain' })),
  correctComplaint: aCase({}, { category: 'cetak', reason: 'x' }),
  'correctComplaint:toOtherDesk': aCase({}, { systemId: 'kas', reason: 'x' }),
  detachReport: async (cell, world) => {
    const { attachedId, caseId } = await world.newCase(cell, { withAttached: true });
    return { params: { id: caseId }, body: { reportId: attachedId } };
  },
  'addMessage:note': aCase({}, { kind: 'note', text: 'x' }),
  uploadAttachment: () => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(samples.png)]), 'layar.png');
    return { body };
  },
  downloadAttachment: aFile((world, cell) => world.newFile(ownerOf(cell as Cell))),
  'downloadAttachment:ofReport': aFile(async (world, cell) => world.fileOfReport(await world.newCase(cell))),
  'downloadAttachment:ofReply': aFile(async (world, cell) => world.fileOfMessage(await world.newCase(cell), 'reply')),
  'downloadAttachment:ofNote': aFile(async (world, cell) => world.fileOfMessage(await world.newCase(cell), 'note')),

  'getIncident:published': async (_cell, world) => ({ params: { id: await world.newIncident({ notice: 'x' }) } }),
  'getIncidentTimeline:published': async (_cell, world) => ({
    params: { id: await world.newIncident({ notice: 'x' }) },
  }),
  'resolveIncident:published': async (_cell, world) => ({ params: { id: await world.newIncident({ notice: 'x' }) } }),
  linkIncidentCases: async (cell, world) => ({
    params: { id: await world.newIncident() },
    body: { complaintIds: [(await world.newCase(cell)).caseId] },
  }),
  unlinkIncidentCase: async (_cell, world) => ({
    params: { id: await world.newIncident({ caseIds: ['c1'] }), complaintId: 'c1' },
  }),

  requestSession: async (cell, world) => ({
    params: { id: await world.newServer() },
    body: { complaintId: (await world.newCase(cell)).caseId },
  }),
  endServerSession: aSession({ reason: 'x' }),

  listAgents: () => ({ query: 'deskId=layanan' }),
  putAvailability: async (cell, world) => ({ ...(await anAgent(cell, world)), body: { availability: 'available' } }),
  putRoster: () => ({ body: { agentIds: ['petugas-b', 'petugas-a'] } }),

  beginSecondFactor: async ({ person }, world) => {
    await world.withoutSecondFactor(person.id);
    return { body: { password: testPassword } };
  },
  confirmSecondFactor: async ({ person }, world) => ({ body: await world.begunSecondFactor(person) }),
  renewRecoveryCodes: async ({ person }, world) => ({ body: await world.proofOfSecondFactor(person) }),
  removeSecondFactor: async ({ person }, world) => ({ body: await world.proofOfSecondFactor(person) }),
  getPersonalData: (cell) => ({ params: { id: ownerOf(cell) } }),
  anonymiseUser: async (_cell, world) => ({
    params: { id: await world.newAgent({ active: false }) },
    body: { reason: 'Diminta' },
  }),
  resetSecondFactor: async (_cell, world) => ({ params: { id: await world.newAgent({ withSecondFactor: true }) } }),
  signOut: async ({ person }, world) => {
    await world.withoutSecondFactor(person.id);
    return {};
  },
  signIn: async (_cell, world) => {
    await world.withoutSecondFactor('xyz');
    return { body: { username: 'xyz', password: testPassword } };
  },
  changePassword: () => ({ body: { currentPassword: testPassword, newPassword: 'empat kata yang acak' } }),
  listTokens: (cell) => ({ query: `userId=${ownerOf(cell)}` }),

  createDesk: named((id) => ({ id, name: 'Unit' })),
  createOffice: named((id) => ({ id, name: 'Kantor' })),
  createSystem: named((id) => ({ id, name: 'Sistem', deskId: 'layanan' })),
  createOfficeServer: named((id) => ({ id, name: 'Server', officeId: '123' })),
  createUser: named((id) => ({ id, name: 'Pelapor', role: 'submitter', officeId: '123' })),
  importTable: (_cell, { next }) => ({
    params: { kind: 'offices' },
    body: `id,name,active\n${next('baru')},Kantor,true\n`,
    headers: { 'content-type': 'text/csv' },
  }),
};

/** What an address is about, by how it begins; the first that fits. */
export const targets: [begin: string, stage: Stage][] = [
  ['/v1/complaints/{id}', aCase()],
  ['/v1/incidents/{id}', aNew(({ newIncident }) => newIncident())],
  ['/v1/attachments/{id}', aFile((world, cell) => world.newFile(ownerOf(cell as Cell)))],
  ['/v1/office-servers/{id}/sessions/{sessionId}', aSession()],
  ['/v1/office-servers/{id}', aNew(({ newServer }) => newServer())],
  ['/v1/agents/{id}', anAgent],
  ['/v1/desks/{id}/saved-replies/{replyId}', aReply],
  ['/v1/desks/{id}', () => ({ params: { id: 'layanan', tier: 'tier-1' } })],
  ['/v1/offices/{id}', aNew(({ newOffice }) => newOffice())],
  ['/v1/systems/{id}', aNew(({ newSystem }) => newSystem())],
  ['/v1/users/{id}', aNew(({ newAgent }) => newAgent())],
  ['/v1/sessions/{id}', async (cell, { sessionOf }) => ({ params: { id: await sessionOf(ownerOf(cell)) } })],
  ['/v1/tokens/{id}', async (cell, { newToken }) => ({ params: { id: await newToken(ownerOf(cell)) } })],
  [
    '/v1/notifications/{id}',
    async (cell, { newNotification }) => ({ params: { id: await newNotification(ownerOf(cell)) } }),
  ],
  ['/v1/webhooks/{id}/deliveries/{deliveryId}', aDelivery],
  ['/v1/webhooks/{id}', aNew(({ newWebhook }) => newWebhook())],
  ['/v1/exports/{kind}', () => ({ params: { kind: 'offices' } })],
  ['/problems/{code}', () => ({ params: { code: 'forbidden' } })],
];
