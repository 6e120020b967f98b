import { pino } from 'pino';
import { inject } from 'vitest';
import { serve } from '../../../api/api-server.ts';
import { createApp } from '../../../api/app.ts';
import { hashOfSecret, newSecret } from '../../../api/auth/secret.ts';
import { complaintServices } from '../../../api/complaints/complaint-services.ts';
import { connectEngine } from '../../../api/engine/engine-gateway.ts';
import { dataConverter } from '../../../codec/data-converter.ts';
import { clientInterceptors } from '../../../telemetry/temporal-tracing.ts';
import type { User } from '../../../store/users/user-repository.ts';
import { createTestClient, type TestClient } from '../api/test-client.ts';
import { buildUser } from '../builders/user-builder.ts';
import { startTestDesk, type TestDeskOptions } from '../desk/test-desk.ts';

const settings = {
  NODE_ENV: 'test' as const,
  RATE_LIMIT_PER_MINUTE: 0,
  TRUST_PROXY_HOPS: 0,
  TEMPORAL_UI_URL: 'http://127.0.0.1:8233',
  TEMPORAL_NAMESPACE: 'default',
  ATTACHMENT_MAX_MB: 1,
  ATTACHMENTS_PER_MESSAGE: 3,
  MAIL_FROM: 'Giliran <giliran@giliran.example>',
};

/** A desk with its workers, and the API over the same store and the same Temporal: everything real but the store. */
export async function startComplaintStack(options: TestDeskOptions = {}) {
  const desk = await startTestDesk(options);
  const { deskId, officeId, store } = desk;
  const [systemId, serverId] = [`sipd-${deskId}`, `srv-${deskId}`];
  const supervisorId = `pengawas-${deskId}`;
  await store.systems.insert({ systemId, name: 'SIPD', deskId });
  await store.offices.insert({ officeId, name: 'Kantor' });
  const room = { sessionLimit: 1, address: 'srv.kantor.example:3390' };
  await store.officeServers.insert({ serverId, officeId, name: 'Server', ...room });
  const person = (userId: string, overrides: Partial<User>) =>
    store.users.insert(buildUser({ userId, username: userId, tier: null, rosterPosition: null, ...overrides }));
  await person(supervisorId, { role: 'supervisor', deskId });
  const submitters = ['xyz', 'abc', 'ghi'].map((name) => `${name}-${deskId}`);
  for (const id of submitters) await person(id, { role: 'submitter', deskId: null, officeId, name: `Name of ${id}` });

  const address = inject('temporalAddress');
  const queues = { complaintTaskQueue: desk.queues.complaint, rotationTaskQueue: desk.queues.rotation };
  const keys = options.sealed?.keys ?? [];
  const clientOptions = {
    dataConverter: dataConverter(keys),
    ...(options.traced && { interceptors: clientInterceptors() }),
  };
  const engine = connectEngine({ address, namespace: 'default', ...queues, clientOptions });
  const deps = {
    store,
    engine,
    settings: { ...settings, PAYLOAD_KEYS: keys },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
  };
  const server = await serve(createApp(deps), { host: '127.0.0.1', port: 0 });

  /** Calls the API as this person, by a bearer token. */
  const as = async (userId: string, language = 'id'): Promise<TestClient> => {
    const token = newSecret();
    const row = { tokenId: token, tokenHash: hashOfSecret(token), userId, name: 'test', expiresAt: null };
    await store.tokens.insert({ ...row, createdAt: new Date().toISOString() });
    return createTestClient(server.url, { authorization: `Bearer ${token}`, 'accept-language': language });
  };
  return {
    desk,
    ids: { systemId, serverId, supervisorId, submitters: submitters as [string, string, string] },
    as,
    url: server.url,
    services: complaintServices(deps),
    async end() {
      await server.close(0);
      await engine.close();
      await desk.end();
    },
  };
}

export type ComplaintStack = Awaited<ReturnType<typeof startComplaintStack>>;
