import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

const index = `<meta property="csp-nonce" nonce="%CSP_NONCE%" />
<meta name="giliran-session" content="%HAS_SESSION%" /><meta name="giliran-demo" content="%DEMO_LOGINS%" />`;

describe('the web application as the API serves it', () => {
  let dir: string;
  let api: TestApi;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'giliran-web-'));
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), index);
    await writeFile(join(dir, 'manifest.json'), '{}');
    await writeFile(join(dir, 'assets', 'index-abc.js'), 'export {};');
    api = await buildTestApi({ webDir: dir, settings: { DEMO_LOGINS: true } });
  });

  afterAll(async () => {
    await api.close();
    await rm(dir, { recursive: true });
  });

  it('is one page at every address that a browser asks for, with a nonce of its own each time', async () => {
    const nonces: string[] = [];
    for (const path of ['/', '/send', '/complaints/261124-4F7KQ']) {
      const response = await get(path);
      const html = await response.text();
      const nonce = /nonce="([^"]{20,})"/.exec(html)?.[1] ?? 'none';
      nonces.push(nonce);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    }
    expect(new Set(nonces).size).toBe(3);
  });

  it('says whether there may be a session, and whether this is the demo desk', async () => {
    expect(await (await get('/')).text()).toContain('name="giliran-session" content="false"');
    const html = await (await get('/', { cookie: 'giliran_session=anything' })).text();
    expect(html).toContain('name="giliran-session" content="true"');
    expect(html).toContain('name="giliran-demo" content="true"');
  });

  it('lets browsers keep what carries its content in its name', async () => {
    const response = await get('/assets/index-abc.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect((await get('/assets/index-gone.js')).status).toBe(404);
  });

  it('leaves programs their problems, and shows no file that is not a page’s', async () => {
    for (const [path, accept] of [
      ['/v1/nothing', 'text/html'],
      ['/nothing', 'application/json'],
      ['/manifest.json', 'application/json'],
    ] as const) {
      const response = await get(path, { accept });
      expect(response.status, path).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/problem\+json/);
    }
    expect((await get('/..%2f..%2fpackage.json', { accept: '*/*' })).status).toBe(404);
  });
});

it('without a build the address leads to the documentation', async () => {
  const api = await buildTestApi();
  const response = await fetch(`${api.url}/`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/docs']);
  await api.close();
});
