import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, type Request, type Response } from 'express';
import sirv from 'sirv';
import { sessionSecretIn } from '../auth/session-cookie.ts';
import { contentSecurity } from '../http/security-headers.ts';

/** In the built page where each answer's own nonce goes. */
const noncePlaceholder = '%CSP_NONCE%';

const notPages = /^\/(?:v1|docs|problems|assets)(?:\/|$)/;

function isPage({ method, path, headers }: Request): boolean {
  const wantsHtml = headers.accept?.includes('text/html') ?? false;
  return (method === 'GET' || method === 'HEAD') && wantsHtml && !notPages.test(path);
}

/**
 * The web application that was built into `dir`: its files, which keep their names as long as their content, and its one
 * page at every other address that a browser asks for. Without a build the address leads to the API's documentation.
 */
export function webPages(
  dir: string | undefined,
  { demoLogins, oidc = false }: { demoLogins: boolean; oidc?: boolean },
): Router {
  const router = Router();
  const index = dir === undefined ? '' : join(dir, 'index.html');
  if (dir === undefined || !existsSync(index)) {
    router.get('/', (_request, response) => response.redirect(302, '/docs'));
    return router;
  }
  const page = readFileSync(index, 'utf8')
    .replaceAll('%DEMO_LOGINS%', String(demoLogins))
    .replaceAll('%OIDC%', String(oidc));
  const setHeaders = (response: { setHeader(name: string, value: string): void }, path: string) => {
    const keeps = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.setHeader('Cache-Control', keeps);
  };
  const files = sirv(dir, { brotli: true, gzip: true, etag: true, dotfiles: false, extensions: [], setHeaders });
  router.use((request, response, next) => {
    if (/^\/(?:index\.html|manifest\.json)/.test(request.path)) return next();
    files(request, response, next);
  });
  router.use((request, response, next) => (isPage(request) ? sendPage(request, response, page) : next()));
  return router;
}

/**
 * Never from a cache: the nonce is good for this answer only. Whether there may be a session is said too, so that a visitor
 * is not asked who they are by a call that must fail.
 */
function sendPage({ headers }: Request, response: Response, page: string): void {
  const nonce = randomBytes(16).toString('base64');
  const hasSession = String(sessionSecretIn(headers.cookie) !== null);
  response
    .set({ 'Content-Security-Policy': contentSecurity(nonce), 'Cache-Control': 'no-store' })
    .type('html')
    .send(page.replaceAll(noncePlaceholder, nonce).replaceAll('%HAS_SESSION%', hasSession));
}
