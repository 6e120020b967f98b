// `npm run screenshots`: pictures of the main pages for the documentation, with a morning of the demo desk on them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { projectRoot } from '../engines/engine-folders.ts';
import { demoPassword } from '../seed/demo-data.ts';
import { startOwnInstance } from '../story/own-instance.ts';
import { furnishDemo } from './demo-life.ts';
import type { DemoLife } from './demo-life.ts';
import { chromiumFlags, findChromium } from './find-chromium.ts';

const folder = join(projectRoot, 'docs', 'images', 'web');
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };

interface Picture {
  name: string;
  as: string | null;
  path: string;
  /** A second one, in the dark. */
  isAlsoDark?: boolean;
  prepare?: (page: Page) => Promise<void>;
}

/** Somebody of the same office begins to write of what is known already. */
async function beginToWrite(page: Page): Promise<void> {
  await page.locator('#send-systemId').selectOption('sipd');
  await page.locator('#send-title').fill('Tidak bisa masuk ke SIPD, kata sandi baru diganti');
  await page.locator('.similar-cases').waitFor();
}

function pictures({ cases, incidentId }: DemoLife): Picture[] {
  const { agent, number } = cases.password;
  return [
    { name: 'sign-in', as: null, path: '/' },
    { name: 'send', as: 'abc', path: '/send', prepare: beginToWrite },
    { name: 'my-case', as: 'xyz', path: `/complaints/${cases.photo.number}` },
    { name: 'inbox', as: agent, path: '/inbox', isAlsoDark: true },
    { name: 'case', as: agent, path: `/cases/${number}` },
    { name: 'board', as: 'pengawas', path: '/board', isAlsoDark: true },
    { name: 'reports', as: 'pengawas', path: '/reports' },
    { name: 'incident', as: 'pengawas', path: `/incidents/${incidentId}` },
    { name: 'admin', as: 'admin', path: '/admin/desks/layanan' },
  ];
}

const given = process.env['BASE_URL'];
const own = given === undefined ? await startOwnInstance((line) => console.error(line)) : undefined;
const base = given ?? own?.base ?? '';
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumFlags });

async function take({ name, as, path, prepare, isAlsoDark = false }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: base,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  if (as) await context.request.post('/v1/session', { data: { username: as, password: demoPassword } });
  const page = await context.newPage();
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await page.goto(path);
    await page.locator('h1').waitFor();
    await prepare?.(page);
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    for (const colorScheme of isAlsoDark && viewport === wide ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(500);
      const parts = [name, ...(viewport === narrow ? ['narrow'] : []), ...(colorScheme === 'dark' ? ['dark'] : [])];
      await page.screenshot({ path: join(folder, `${parts.join('-')}.png`) });
      console.log(parts.join('-'));
    }
    await page.evaluate('localStorage.clear()');
  }
  await context.close();
}

try {
  await mkdir(folder, { recursive: true });
  for (const picture of pictures(await furnishDemo(base))) await take(picture);
} finally {
  await browser.close();
  await own?.stop();
}
