import { fakeEngine, type FakeEngine } from '../../../api/engine/engine-fake.ts';
import type { Actor } from '../../../api/auth/actor.ts';
import { complaintOperations } from '../../../api/complaints/complaint-operations.ts';
import { complaintServices, type ComplaintServices } from '../../../api/complaints/complaint-services.ts';
import type { Complaint } from '../../../api/complaints/complaint-schemas.ts';
import type { RawReply } from '../../../api/http/operation.ts';
import type { Problem } from '../../../api/http/problem.ts';
import { problemOf } from '../../../api/http/error-middleware.ts';
import type { Locale } from '../../../api/locale/translate.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Store } from '../../../store/store.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { buildDesk } from '../../support/builders/desk-builder.ts';
import { buildUser } from '../../support/builders/user-builder.ts';

const now = new Date('2026-11-24T01:05:00.000Z');

const nobody = { officeId: null, deskId: null, tier: null };

export const people = {
  xyz: { ...nobody, id: 'xyz', role: 'submitter', name: 'Xyz', officeId: '123' },
  abc: { ...nobody, id: 'abc', role: 'submitter', name: 'Abc', officeId: '123' },
  def: { ...nobody, id: 'def', role: 'submitter', name: 'Def', officeId: '124' },
  homeless: { ...nobody, id: 'homeless', role: 'submitter', name: 'Homeless' },
  agentA: { ...nobody, id: 'petugas-a', role: 'agent', name: 'Petugas A', deskId: 'layanan', tier: 'tier-1' },
  agentB: { ...nobody, id: 'petugas-b', role: 'agent', name: 'Petugas B', deskId: 'layanan', tier: 'tier-1' },
  agentElsewhere: { ...nobody, id: 'lain', role: 'agent', name: 'Lain', deskId: 'keuangan', tier: 'tier-1' },
  supervisor: { ...nobody, id: 'pengawas', role: 'supervisor', name: 'Pengawas', deskId: 'layanan' },
  admin: { ...nobody, id: 'admin', role: 'admin', name: 'Admin' },
} as const satisfies Record<string, Actor>;

export const complaintBody = {
  systemId: 'sipd',
  category: 'login',
  title: 'Tidak bisa masuk SIPD',
  description: 'Setelah kata sandi, halaman kembali ke awal.',
};

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: {
    complaint: Complaint;
    report: { id: string; receivedAt: string };
    duplicate: boolean;
    advice?: string;
    items: Record<string, unknown>[];
    nextCursor?: string;
  };
  problem: Problem | null;
}

interface Call {
  as: Actor;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  locale?: Locale;
}

export interface World {
  store: Store;
  engine: FakeEngine;
  services: ComplaintServices;
  /** Calls an operation by its id, as the router would after sign-in. */
  call(operationId: string, call: Call): Promise<Answer>;
}

async function furnish(store: Store): Promise<void> {
  await store.desks.insert(buildDesk());
  await store.desks.insert(buildDesk({ deskId: 'keuangan' }));
  await store.systems.insert({ systemId: 'sipd', name: 'SIPD', deskId: 'layanan' });
  await store.systems.insert({ systemId: 'kas', name: 'Kas', deskId: 'keuangan' });
  for (const officeId of ['123', '124']) {
    await store.offices.insert({ officeId, name: `Kantor ${officeId}` });
    await store.officeServers.insert({
      serverId: `srv-${officeId}`,
      officeId,
      name: `Server ${officeId}`,
      sessionLimit: 1,
    });
  }
  for (const { id, ...person } of Object.values(people)) {
    await store.users.insert(buildUser({ ...person, userId: id, username: id }));
  }
}

function answerOf(reply: RawReply): Answer {
  const headers = (reply.headers ?? {}) as Answer['headers'];
  return { status: reply.status, headers, body: reply.body as Answer['body'], problem: null };
}

function refusalOf(error: unknown): Answer {
  const problem = problemOf(error);
  if (problem.code === 'internal') throw error;
  return { status: problem.status, headers: problem.options.headers ?? {}, body: {} as Answer['body'], problem };
}

/** The operations on complaints over a store and an engine in memory. */
export async function complaintWorld(store: Store = fakeStore()): Promise<World> {
  await furnish(store);
  const engine = fakeEngine();
  const settings = {
    NODE_ENV: 'test' as const,
    RATE_LIMIT_PER_MINUTE: 0,
    TRUST_PROXY_HOPS: 0,
    TEMPORAL_UI_URL: 'http://127.0.0.1:8233/',
    TEMPORAL_NAMESPACE: 'default',
    ATTACHMENT_MAX_MB: 1,
    ATTACHMENTS_PER_MESSAGE: 3,
    MAIL_FROM: 'Giliran <giliran@giliran.example>',
  };
  const deps = { store, engine, settings, clock: () => now };
  const operations = complaintOperations(deps);
  return {
    store,
    engine,
    services: complaintServices(deps),
    async call(operationId, { as, body, headers = {}, locale = 'id', params = {}, query = {} }) {
      const found = operations.find((each) => each.operationId === operationId);
      if (!found) throw new Error(`no operation ${operationId}`);
      const caller = { actor: as, credential: 'session' as const, locale, requestId: 'r', address: '::1' };
      try {
        return answerOf(
          await found.run({ ...caller, secure: false, sessionSecret: null, params, query, headers, body }),
        );
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** A world in which one complaint has been sent and is with agent A. */
export async function assignedWorld(): Promise<{ world: World; view: CaseView }> {
  const world = await complaintWorld();
  await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
  return { world, view: await recordCase(world, 0) };
}

/** Does what the case's workflow does to the store: records the view and places its reports. */
export async function recordCase(world: World, index: number, overrides: Partial<CaseView> = {}): Promise<CaseView> {
  const found = world.engine.cases[index];
  if (!found) throw new Error(`no case ${index}`);
  const { caseId, facts, number, previousCaseId, reports, workflowId } = found;
  const unique = [...new Map(reports.map((report) => [report.reportId, report])).values()];
  const view: CaseView = {
    ...facts,
    ...{ caseId, number, workflowId, previousCaseId },
    runId: `run-${caseId}`,
    status: 'assigned',
    tier: 'tier-1',
    attempt: 1,
    agentId: 'petugas-a',
    formerAgentIds: [],
    reportCount: unique.length,
    reporterIds: [...new Set(unique.map(({ submitterId }) => submitterId))],
    overdue: false,
    acknowledgeBy: null,
    resolveBy: null,
    closesAt: null,
    assignedAt: '2026-11-24T01:05:30.000Z',
    resolutionId: null,
    ratings: [],
    mergedIntoId: null,
    mergedCaseIds: [],
    incidentId: null,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    version: 2,
    ...overrides,
  };
  await world.store.cases.record(view);
  for (const { reportId } of unique) await world.store.reports.place({ reportId, caseId });
  return view;
}
