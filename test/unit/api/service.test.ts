import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeEngine } from '../../../api/engine/engine-fake.ts';
import { declaredDocument } from '../../../api/openapi/declared-document.ts';
import { serve } from '../../../api/api-server.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import { buildTestApi, type TestApi, type TestApiOverrides } from '../../support/api/test-api.ts';

const running: TestApi[] = [];

async function started(overrides?: TestApiOverrides): Promise<TestApi> {
  const api = await buildTestApi(overrides);
  running.push(api);
  return api;
}
afterEach(() => Promise.all(running.splice(0).map((api) => api.close())));

describe('health', () => {
  it('is good while store and engine answer', async () => {
    const client = (await started()).client();
    expect(await client.get('/live')).toMatchObject({ status: 200, body: { live: true } });
    expect(await client.get('/ready')).toMatchObject({ status: 200, body: { ready: true } });
  });

  it('says which of them does not answer, and the process lives on', async () => {
    const up = { store: true };
    const engine = fakeEngine();
    const api = await started({ store: fakeStore({ available: () => up.store }), engine });
    const client = api.client();
    up.store = false;
    expect(await client.get('/ready')).toMatchObject({ status: 503, body: { store: 'down', engine: 'up' } });
    expect(await client.get('/live')).toMatchObject({ status: 200 });
    const signIn = await client.signIn('xyz');
    expect(signIn).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    const withCookie = await client.get('/v1/desks', { cookie: 'giliran_session=x' });
    expect(withCookie).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    up.store = true;
    engine.down = true;
    // An answer is kept for a second.
    await vi.waitFor(
      async () =>
        expect(await client.get('/ready')).toMatchObject({ status: 503, body: { store: 'up', engine: 'down' } }),
      { timeout: 10_000 },
    );
    expect(await client.signIn('xyz')).toMatchObject({ status: 200 });
  });

  it('does not wait longer than two seconds, and probes share one question', async () => {
    const store = fakeStore();
    let asked = 0;
    store.ping = () => {
      asked += 1;
      return new Promise(() => undefined);
    };
    const client = (await started({ store })).client();
    const began = performance.now();
    const answers = await Promise.all([client.get('/ready'), client.get('/ready'), client.get('/ready')]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 503, body: { store: 'down' } });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(asked).toBe(1);
  });

  it('has metrics by operation, without ids', async () => {
    const api = await started();
    const client = await api.signedIn('admin');
    await client.get('/v1/desks/layanan');
    const { body } = await client.get<string>('/metrics');
    expect(body).toContain('http_request_duration_seconds_count{operation="getDesk",status="200"} 1');
    expect(body).toContain('process_cpu_user_seconds_total');
    expect(body).not.toContain('layanan');
  });
});

describe('the rate limit', () => {
  it('counts each account for itself and tells how long to wait', async () => {
    const api = await started({ settings: { RATE_LIMIT_PER_MINUTE: 5 } });
    const first = await api.signedIn('xyz');
    const second = await api.signedIn('def');
    for (let i = 0; i < 5; i += 1) expect(await first.get('/v1/desks')).toMatchObject({ status: 200 });
    const answer = await first.get('/v1/desks');
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate_limited', title: 'Too many requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await second.get('/v1/desks')).toMatchObject({ status: 200 });
    expect(await first.get('/ready')).toMatchObject({ status: 200 });
  });

  it('counts those who are nobody by address, wrong tokens too', async () => {
    const api = await started({ settings: { RATE_LIMIT_PER_MINUTE: 3 } });
    const guessing = api.client({ authorization: 'Bearer tebakan' });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await guessing.get('/v1/desks')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });
});

describe('logs', () => {
  it('carry the request id, and no text of anybody', async () => {
    const api = await started();
    const client = api.client({ 'x-request-id': 'abc-12345678' });
    const signIn = await client.signIn('xyz');
    await client.get('/v1/complaints?q=rahasia-negara', { authorization: 'Bearer token-rahasia' });
    expect(signIn.headers.get('x-request-id')).toBe('abc-12345678');
    const lines = api.logs.map((line) => JSON.stringify(line));
    expect(api.logs[0]).toMatchObject({ requestId: 'abc-12345678', req: { method: 'POST', path: '/v1/session' } });
    for (const secret of ['kata-sandi-uji', 'rahasia', 'giliran_session', 'cookie']) {
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    }
  });

  it.each(['kurang', 'a b c d e f g', 'x'.repeat(129), '{"a":"b"}12'])('take no odd id: %s', async (given) => {
    const answer = await (await started()).client().get('/live', { 'x-request-id': given });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('hold what failed inside, the answer does not', async () => {
    const store = fakeStore();
    const api = await started({ store });
    store.desks.list = () => Promise.reject(new Error('sandi basis data'));
    const client = await api.signedIn('xyz');
    const answer = await client.get<{ requestId: string }>('/v1/desks');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toContain('sandi');
    const line = api.logs.find(({ msg }) => msg === 'request failed');
    expect(line).toMatchObject({ requestId: answer.body.requestId, err: { message: 'sandi basis data' } });
  });
});

describe('the documentation', () => {
  it('is served as the code declares it', async () => {
    const { body } = await (await started()).client().get('/openapi.json');
    expect(body).toEqual(declaredDocument());
  });

  it('can be read without anything inline or from elsewhere', async () => {
    const { url } = await started();
    const page = await fetch(`${url}/docs`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/);
    expect(html).not.toMatch(/<script>|<style|style=|https?:\/\//);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) expect((await fetch(url + file)).status).toBe(200);
    expect((await fetch(`${url}/docs/assets/package.json`)).status).toBe(404);
    expect((await fetch(`${url}/docs/assets/..%2fpackage.json`)).status).toBe(404);
  });
});

describe('the server', () => {
  it('says it when its port is taken', async () => {
    const { url } = await started();
    const port = Number(new URL(url).port);
    await expect(serve(() => undefined, { host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} of 127.0.0.1`);
  });

  it('keeps a connection longer than a proxy would', async () => {
    const answer = await fetch(`${(await started()).url}/live`);
    expect(answer.headers.get('keep-alive')).toBe('timeout=75');
  });

  it('lets what runs finish, and cuts off what does not', async () => {
    const open = new Map<string | undefined, ServerResponse>();
    const server = await serve((request, response) => void open.set(request.url, response), {
      ...{ host: '127.0.0.1', port: 0 },
    });
    const slow = fetch(`${server.url}/slow`).then((response) => response.text());
    const stuck = fetch(`${server.url}/stuck`).catch(() => 'cut off');
    await vi.waitFor(() => expect(open.size).toBe(2));
    const closing = server.close(2_000);
    open.get('/slow')?.end('done');
    expect(await slow).toBe('done');
    expect(await stuck).toBe('cut off');
    await closing;
  });
});
