import { pino, type Logger } from 'pino';
import type { AppSettings } from '../../../api/api-deps.ts';
import { serve } from '../../../api/api-server.ts';
import { createApp } from '../../../api/app.ts';
import { fakeEngine, type FakeEngine } from '../../../api/engine/engine-fake.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Store } from '../../../store/store.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { fillWithPeople } from './test-people.ts';

export interface TestApi {
  url: string;
  store: Store;
  engine: FakeEngine;
  /** The time as the API sees it. */
  clock: { now: Date };
  /** With which it keeps what second factors share. */
  secondFactorKey: Buffer;
  /** Lines of its log, parsed. */
  logs: Record<string, unknown>[];
  client(headers?: Record<string, string>): TestClient;
  signedIn(username: string): Promise<TestClient>;
  close(): Promise<void>;
}

export interface TestApiOverrides {
  store?: Store;
  engine?: FakeEngine;
  settings?: Partial<AppSettings>;
  /** Where a web application was built into. */
  webDir?: string;
  /** False leaves the store as it is. */
  people?: boolean;
}

const secondFactorKey = Buffer.from('a key of 32 bytes, for the tests');

const settings: AppSettings = {
  SECOND_FACTOR_KEY: [secondFactorKey],
  NODE_ENV: 'test',
  RATE_LIMIT_PER_MINUTE: 0,
  TRUST_PROXY_HOPS: 0,
  TEMPORAL_UI_URL: 'http://127.0.0.1:8233',
  TEMPORAL_NAMESPACE: 'default',
  ATTACHMENT_MAX_MB: 1,
  ATTACHMENTS_PER_MESSAGE: 3,
  MAIL_FROM: 'Giliran <giliran@giliran.example>',
};

function recordingLogger(logs: Record<string, unknown>[]): Logger {
  return pino({ level: 'info' }, { write: (line) => void logs.push(JSON.parse(line) as Record<string, unknown>) });
}

/** The API on a free port of the loopback interface, on fakes unless others are given. */
export async function buildTestApi(overrides: TestApiOverrides = {}): Promise<TestApi> {
  const { store = fakeStore(), engine = fakeEngine(), people = true } = overrides;
  if (people) await fillWithPeople(store);
  const clock = { now: new Date('2026-11-24T01:00:00.000Z') };
  const logs: Record<string, unknown>[] = [];
  const app = createApp({
    store,
    engine,
    settings: { ...settings, ...overrides.settings },
    logger: recordingLogger(logs),
    clock: () => clock.now,
    webDir: overrides.webDir,
  });
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  const client = (headers?: Record<string, string>): TestClient => createTestClient(server.url, headers);
  return {
    url: server.url,
    store,
    engine,
    clock,
    secondFactorKey,
    logs,
    client,
    async signedIn(username) {
      const signing = client({ 'accept-language': 'en' });
      const { status } = await signing.signIn(username);
      if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
      return signing;
    },
    close: () => server.close(0),
  };
}
