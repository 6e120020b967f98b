import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('an agent is away and then on leave until a day, and the rotation shows it', async ({ arrive }) => {
  const agent = await arrive('petugas-r', { path: '/inbox' });
  const board = (await arrive('pengawas', { path: '/board' })).page.getByRole('region', { name: word('tier.tier-2') });
  const { page } = agent;
  const control = (state: string) =>
    page.getByRole('button', { name: word(`inbox.availability.${state}`), exact: true });
  const choose = async (from: string, to: string) => {
    await control(from).click();
    await page.getByRole('radio', { name: word(`inbox.availability.${to}`), exact: true }).check();
  };
  const save = async () => {
    await page.getByRole('button', { name: word('inbox.availability.save') }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const inRotation = board.getByRole('row').filter({ hasText: 'Petugas R' });
  await choose('available', 'away');
  await page.getByLabel(word('inbox.availability.untilWhen')).selectOption('60');
  await save();
  await expect(page.getByRole('alert')).toContainText(word('inbox.absent.text'));
  await expect(inRotation).toContainText(word('board.state.away'));
  await choose('away', 'leave');
  await page.getByLabel(word('inbox.availability.backOn')).fill('24/12/2030');
  await save();
  await expect(page.getByRole('alert')).toContainText('24 Des 2030');
  await expect(inRotation).toContainText(word('board.state.leave'));
  await page.getByRole('button', { name: word('inbox.absent.back') }).click();
  await expect(control('available')).toBeVisible();
  await expect(inRotation).not.toContainText(word('board.state.leave'));
});

test('the list of cases goes on where its first page ends', async ({ arrive }) => {
  test.setTimeout(120_000);
  const ghi = await arrive('ghi');
  const { title: mark, ...rest } = newTrouble('Halaman kedua');
  const body = { systemId: 'sipd', category: rest.category };
  const ids: string[] = [];
  for (let no = 1; no <= 26; no += 1) {
    const words = { title: `${mark} nomor ${no}`, description: `Masalah ke-${no} dari ${mark}` };
    const { complaint } = await ghi.call<{ complaint: { id: string } }>('POST', '/v1/complaints', {
      ...body,
      ...words,
    });
    ids.push(complaint.id);
  }
  // So that nobody is kept busy by them; each as soon as it has begun.
  const withdraw = (id: string) => ghi.call('POST', `/v1/complaints/${id}/withdraw`, { reason: 'Hanya untuk daftar' });
  for (const id of ids) await expect(() => withdraw(id)).toPass();
  const { page } = await arrive('petugas-a', { path: `/cases?q=${encodeURIComponent(mark)}` });
  const rows = page.getByRole('region', { name: word('cases.list') }).getByRole('listitem');
  await expect(rows).toHaveCount(25);
  await page.getByRole('button', { name: word('cases.more') }).click();
  await expect(rows).toHaveCount(26);
  await expect(page.getByRole('button', { name: word('cases.more') })).toHaveCount(0);
  const titles = await rows.getByRole('link').allTextContents();
  expect(new Set(titles).size, 'nothing stands there twice').toBe(26);
});

test('an inbox that cannot be read says so, and comes when one tries again', async ({ arrive }) => {
  const { page, context, faults } = await arrive('petugas-x');
  faults.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await page.route('**/v1/complaints?*', (route) => route.abort());
  await page.goto('/inbox');
  await expect(page.getByRole('alert')).toContainText(word('problem.offline.title'));
  await expect(page.getByText(word('inbox.empty.title'))).toHaveCount(0);
  await page.unroute('**/v1/complaints?*');
  await page.getByRole('button', { name: word('problem.retry') }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(word('app.offline'))).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(word('app.offline'))).toHaveCount(0);
});

test('what happened while the line was broken is there when it is back', async ({ arrive }) => {
  const def = await arrive('def');
  const { id, number, agent } = await fileComplaint(def, newTrouble('Sambungan putus'));
  const { page, context, faults } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { hasNotReloaded: true }));
  await context.setOffline(true);
  await expect(page.getByText(word('app.offline'))).toBeVisible();
  // The browser may say so before it is so: a request in between would still get through.
  const reach = () =>
    fetch('/live').then(
      () => 'reached',
      () => 'broken',
    );
  await expect.poll(() => page.evaluate(reach)).toBe('broken');
  await def.call('POST', `/v1/complaints/${id}/messages`, { kind: 'reply', text: 'Ditulis saat sambungan putus.' });
  await expect(page.getByText('Ditulis saat sambungan putus.')).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByText('Ditulis saat sambungan putus.')).toBeVisible();
  expect(await page.evaluate(() => 'hasNotReloaded' in window), 'without a reload').toBe(true);
});
