import { afterEach, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

let api: TestApi | undefined;
afterEach(async () => api?.close());

/** Behind one proxy, whose word about the client's address counts. */
const behindProxy = async (perMinute = 0): Promise<TestApi> =>
  (api = await buildTestApi({ settings: { TRUST_PROXY_HOPS: 1, RATE_LIMIT_PER_MINUTE: perMinute } }));

const from = (address: string) => ({ 'x-forwarded-for': address });

describe('addresses of one IPv6 network (/64)', () => {
  it('count as one at the sign-in', async () => {
    const { client } = await behindProxy();
    const guess = async (username: string, address: string) =>
      (await client(from(address)).signIn(username, 'salah')).status;
    for (const username of ['xyz', 'def', 'petugas-a', 'petugas-b', 'petugas-q']) {
      for (let i = 0; i < 10; i += 1) expect(await guess(username, `2001:db8:0:1::${i}`)).toBe(401);
    }
    expect(await guess('pengawas', '2001:db8:0:1:ffff::1')).toBe(429);
    expect(await guess('pengawas', '2001:db8:0:2::1')).toBe(401);
    expect(await guess('pengawas', '192.0.2.1')).toBe(401);
  });

  it('count as one for who is not signed in', async () => {
    const { client } = await behindProxy(3);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await client(from(`2001:db8:0:1:${i}::1`)).get('/v1/desks')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await client(from('2001:db8:0:2::1')).get('/v1/desks')).status).toBe(401);
  });
});

describe('every answer', () => {
  it.each(['/v1/session', '/v1/nothing', '/docs', '/live'])('tells browsers what they may not do: %s', async (path) => {
    const { url } = await behindProxy();
    const { headers } = await fetch(url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('keeps to https for a year once it came by https', async () => {
    const { client } = await behindProxy();
    const { headers } = await client({ 'x-forwarded-proto': 'https' }).get('/live');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
