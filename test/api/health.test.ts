import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, inject, it } from 'vitest';
import { connectEngine } from '../../api/engine/engine-gateway.ts';
import { connectStore } from '../../store/connect-store.ts';
import { buildTestApi } from '../support/api/test-api.ts';
import { createTestClient } from '../support/api/test-client.ts';
import { realStore } from '../support/api/real-store.ts';

/** Nothing listens on port 1 of the loopback interface. */
const nowhere = { uri: 'mongodb://127.0.0.1:1/none', serverSelectionTimeoutMs: 300 };

const root = fileURLToPath(new URL('../..', import.meta.url));
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it('is ready on a real store and a real Temporal, and says that no worker polls', async () => {
  const real = await realStore();
  ends.push(real.drop);
  const complaintTaskQueue = `nobody-${randomUUID()}`;
  const engine = connectEngine({ address: inject('temporalAddress'), namespace: 'default', complaintTaskQueue });
  ends.push(() => engine.close());
  const api = await buildTestApi({ store: real.store, people: false });
  ends.push(() => api.close());
  api.engine.ping = (timeoutMs) => engine.ping(timeoutMs);
  api.engine.workersPoll = (timeoutMs) => engine.workersPoll(timeoutMs);
  expect(await api.client().get('/ready')).toEqual(
    expect.objectContaining({ status: 200, body: { ready: true, store: 'up', engine: 'up', workers: 'down' } }),
  );
});

it('answers 503 with Retry-After while the store cannot be reached, and lives on', async () => {
  const store = await connectStore(nowhere);
  ends.push(() => store.close());
  const api = await buildTestApi({ store, people: false });
  ends.push(() => api.close());
  const client = api.client({ authorization: 'Bearer x' });
  expect(await client.get('/ready')).toMatchObject({ status: 503, body: { store: 'down', engine: 'up' } });
  expect(await client.get('/live')).toMatchObject({ status: 200 });
  for (const path of ['/v1/session', '/v1/desks', '/v1/desks/layanan/rotations/tier-1', '/v1/complaints']) {
    const answer = await client.get(path);
    expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  }
  expect(await api.client().signIn('xyz')).toMatchObject({ status: 503 });
});

it('the process starts without store and Temporal, says where it listens, and ends when it is told to', async () => {
  const env = {
    ...process.env,
    MONGODB_URI: nowhere.uri,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    PORT: '0',
    NODE_ENV: 'test',
  };
  const api = spawn(process.execPath, ['--import', 'tsx', 'api/api-main.ts'], { cwd: root, env });
  ends.push(async () => api.kill('SIGKILL'));
  const exited = once(api, 'exit');
  let address = '';
  for await (const line of createInterface({ input: api.stdout })) {
    const { msg, address: at = '' } = JSON.parse(line) as { msg: string; address?: string };
    if (msg === 'api ready') address = at;
    if (address) break;
  }
  const client = createTestClient(address);
  expect(await client.get('/live')).toMatchObject({ status: 200 });
  expect(await client.get('/ready')).toMatchObject({ status: 503, body: { store: 'down', engine: 'down' } });
  api.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

it('the process names every setting that is wrong, and no value', async () => {
  const env = { ...process.env, MONGODB_URI: 'rahasia', PORT: 'satu' };
  const api = spawn(process.execPath, ['--import', 'tsx', 'api/api-main.ts'], { cwd: root, env });
  const lines: string[] = [];
  api.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const [code] = (await once(api, 'exit')) as [number];
  expect(code).not.toBe(0);
  expect(lines.join('')).toMatch(/MONGODB_URI[\s\S]*PORT|PORT[\s\S]*MONGODB_URI/);
  expect(lines.join('')).not.toMatch(/rahasia|satu/);
});
