import { fileURLToPath } from 'node:url';
import { scriptsOfFirstPage } from '../../../dev/browser/script-size.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const budget = 160_000;

test("the submitter's first page loads at most 160 kB of script", async () => {
  const scripts = await scriptsOfFirstPage(fileURLToPath(new URL('../../../dist/web', import.meta.url)));
  const all = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  expect(scripts.length).toBeGreaterThan(1);
  expect(all, `gzip bytes of ${scripts.map(({ file }) => file).join(', ')}`).toBeLessThanOrEqual(budget);
});

test('it asks for each script and each answer once, before its own script has come, and for no script of staff', async ({
  arrive,
}) => {
  const { page } = await arrive('xyz');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(/^https?:\/\/[^/]+/, '')));
  await page.goto('/send');
  await expect(page.getByLabel(word('send.system')).getByRole('option', { name: 'SIPD' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'XYZ' })).toBeVisible();
  const scripts = asked.filter((path) => path.endsWith('.js'));
  const built = await scriptsOfFirstPage(fileURLToPath(new URL('../../../dist/web', import.meta.url)));
  expect([...scripts].sort()).toEqual(['/early.js', ...built.map(({ file }) => `/${file}`)].sort());
  for (const path of ['/v1/session', '/v1/systems?active=true&limit=100']) {
    expect(asked.filter((each) => each === path)).toEqual([path]);
  }
});
