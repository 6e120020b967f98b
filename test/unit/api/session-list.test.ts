import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceOf } from '../../../api/session/device-words.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;

beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0';

interface Listed {
  items: { id: string; browser: string | null; current: boolean; lastSeenAt: string }[];
}

const list = async (client: TestClient) => (await client.get<Listed>('/v1/sessions')).body.items;
const pass = (ms: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + ms);
};
const twoSessions = async (): Promise<[TestClient, TestClient]> => {
  const old = api.client({ 'user-agent': firefox });
  await old.signIn('xyz');
  pass(1_000);
  return [old, await api.signedIn('xyz')];
};

describe('the list of sessions', () => {
  it('shows where one is signed in, newest first, with the device in words and nothing that could be used', async () => {
    const [old, here] = await twoSessions();
    await api.signedIn('def');
    const answer = await here.get<Listed>('/v1/sessions');
    expect(answer.body.items).toMatchObject([
      { current: true, createdAt: api.clock.now.toISOString() },
      { current: false, browser: 'Firefox', system: 'Windows' },
    ]);
    const secrets = [old, here].map((client) => client.cookie()?.split('=')[1] ?? '');
    for (const secret of secrets) expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it('says when each was last seen, to five minutes', async () => {
    const [old, here] = await twoSessions();
    const begun = api.clock.now.toISOString();
    pass(4 * 60_000);
    expect((await list(here))[0]).toMatchObject({ lastSeenAt: begun });
    pass(60_000);
    await old.get('/v1/session');
    expect((await list(here)).map(({ lastSeenAt }) => lastSeenAt)).toEqual(Array(2).fill(api.clock.now.toISOString()));
  });

  it('leaves out what has expired', async () => {
    const old = await api.signedIn('xyz');
    pass(11 * 3_600_000);
    const here = await api.signedIn('xyz');
    expect(await list(old)).toHaveLength(2);
    pass(3_600_000);
    expect(await list(here)).toHaveLength(1);
  });
});

describe('ending sessions', () => {
  it('ends one of them', async () => {
    const [old, here] = await twoSessions();
    const other = (await list(here)).find(({ current }) => !current);
    expect((await here.delete(`/v1/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await old.get('/v1/session')).status).toBe(401);
    expect((await here.get('/v1/session')).status).toBe(200);
    expect(await here.delete(`/v1/sessions/${other?.id ?? ''}`)).toMatchObject({ status: 404 });
  });

  it('ends all but this one', async () => {
    const [old, here] = await twoSessions();
    const stranger = await api.signedIn('def');
    expect((await here.delete('/v1/sessions')).status).toBe(204);
    expect((await old.get('/v1/session')).status).toBe(401);
    for (const client of [here, stranger]) expect((await client.get('/v1/session')).status).toBe(200);
  });

  it('is not for those of others, and not for tokens', async () => {
    const [, here] = await twoSessions();
    const stranger = await api.signedIn('def');
    const [session] = await list(stranger);
    expect(await here.delete(`/v1/sessions/${session?.id ?? ''}`)).toMatchObject({ status: 404 });
    const { body } = await here.post<{ token: string }>('/v1/tokens', { name: 'skrip' });
    const program = api.client({ authorization: `Bearer ${body.token}` });
    for (const call of [program.get('/v1/sessions'), program.delete('/v1/sessions')]) {
      expect(await call).toMatchObject({ status: 403, body: { code: 'session_required' } });
    }
  });
});

describe('a device in words', () => {
  it.each([
    [firefox, 'Firefox', 'Windows'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
      'Chrome',
      'Linux',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    ['curl/8.5.0', null, null],
    ['', null, null],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});
