import type { Request } from '@playwright/test';
import { casesOf, describe as tell, fileComplaint, newTrouble, send } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const isSending = (request: Request): boolean =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/v1/complaints';

test('the same problem of a colleague appears while one writes, and "the same as mine" attaches to it', async ({
  arrive,
}) => {
  const abc = await arrive('abc');
  const trouble = newTrouble('Menu penganggaran tertutup sendiri');
  const open = await fileComplaint(abc, trouble);
  const { page } = await arrive('xyz', { path: '/send' });
  await page.getByLabel(word('send.system')).selectOption({ label: trouble.system });
  await page.getByLabel(word('send.title')).fill(trouble.title);
  await page.getByRole('button', { name: word('send.similar.sameAs', { number: open.number }) }).click();
  await page.getByRole('button', { name: word('send.attach', { number: open.number }) }).click();
  await expect(page.getByRole('heading', { name: word('send.sent.attached') })).toBeFocused();
  await expect.poll(async () => (await casesOf(abc, trouble)).map(({ reportCount }) => reportCount)).toEqual([2]);
});

test('without a line what was typed stays, and goes out once when the line is back', async ({ arrive }) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const { page, context, faults } = xyz;
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  const trouble = newTrouble('Halaman putih sesudah menyimpan');
  await tell(page, trouble);
  await context.setOffline(true);
  await expect(page.getByText(word('app.offline'))).toBeVisible();
  await send(page);
  await expect(page.getByRole('alert').filter({ hasText: word('problem.offline.title') })).toBeVisible();
  await expect(page.getByLabel(word('send.title'))).toHaveValue(trouble.title);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel(word('send.description'))).toHaveValue(trouble.description);
  await send(page);
  await expect(page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  await expect.poll(async () => (await casesOf(xyz, trouble)).map(({ reportCount }) => reportCount)).toEqual([1]);
});

test('when only the answer is lost, sending again does not make a second report', async ({ arrive }) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const { page, faults } = xyz;
  faults.allow(/ERR_FAILED/);
  const trouble = newTrouble('Lampiran tidak dapat dibuka');
  let lost = 0;
  await page.route('**/v1/complaints', async (route) => {
    if (!isSending(route.request()) || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await tell(page, trouble);
  await send(page);
  await expect(page.getByRole('alert').filter({ hasText: word('problem.offline.title') })).toBeVisible();
  await send(page);
  await expect(page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  expect(lost).toBe(1);
  await expect.poll(async () => (await casesOf(xyz, trouble)).map(({ reportCount }) => reportCount)).toEqual([1]);
});

test('a double click sends once', async ({ arrive }) => {
  const xyz = await arrive('xyz', { path: '/send' });
  let sendings = 0;
  xyz.page.on('request', (request) => (sendings += isSending(request) ? 1 : 0));
  const trouble = newTrouble('Tombol simpan tidak bereaksi');
  await tell(xyz.page, trouble);
  await xyz.page.getByRole('button', { name: word('send.submit') }).dblclick();
  await expect(xyz.page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  expect(sendings).toBe(1);
  await expect.poll(async () => (await casesOf(xyz, trouble)).map(({ reportCount }) => reportCount)).toEqual([1]);
});

test('a file goes along, and its agent can read it', async ({ arrive }) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const trouble = newTrouble('Pesan kesalahan pada gambar');
  const content = 'Kode kesalahan 500 pada langkah ketiga.\n';
  await tell(xyz.page, trouble);
  await xyz.page
    .locator(`input[type=file][multiple]`)
    .setInputFiles({ name: 'kesalahan.txt', mimeType: 'text/plain', buffer: Buffer.from(content) });
  await expect(xyz.page.getByRole('list', { name: word('files.chosen') })).toContainText('kesalahan.txt');
  await send(xyz.page);
  await expect(xyz.page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  await expect.poll(async () => (await casesOf(xyz, trouble))[0]?.agent ?? null).not.toBeNull();
  const [found] = await casesOf(xyz, trouble);
  const agent = await arrive(found?.agent?.id ?? '', { path: `/cases/${found?.number}` });
  const link = agent.page.getByRole('link', { name: 'kesalahan.txt' });
  const download = agent.page.waitForEvent('download');
  await link.click();
  const stream = await (await download).createReadStream();
  expect(Buffer.concat(await stream.toArray()).toString()).toBe(content);
});

test('what is missing is said at the field, and the focus goes there', async ({ arrive }) => {
  const { page } = await arrive('xyz', { path: '/send' });
  await page.getByLabel(word('send.title')).fill('Tidak bisa mencetak');
  await send(page);
  await expect(page.getByLabel(word('send.system'))).toBeFocused();
  await expect(page.getByText(word('send.missing.systemId'))).toBeVisible();
  await page.getByRole('button', { name: word('send.clear') }).click();
});
