import { describe as tell, fileComplaint, newTrouble, send } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('one reads what one has sent oneself, with the server of the office that one chose, and no word of a colleague', async ({
  arrive,
}) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const { page } = xyz;
  const trouble = newTrouble('Sesi di server kantor terputus');
  await tell(page, trouble);
  await page.getByLabel(word('send.server')).selectOption({ value: 'srv-123' });
  await send(page);
  await page.getByRole('link', { name: word('send.sent.open') }).click();
  const log = page.getByRole('log');
  await expect(log.getByRole('listitem').first()).toContainText(trouble.description);
  await expect(page.getByText('Server lokal kantor 123')).toBeVisible();
  const number = page.url().split('/').at(-1) ?? '';
  const abc = await arrive('abc');
  await abc.call('POST', `/v1/complaints/${number}/reports`, {
    ...{ systemId: 'sipd', category: 'login', title: 'Milik abc', description: 'Hanya abc yang menulis ini.' },
  });
  await abc.page.goto(`/complaints/${number}`);
  await expect(abc.page.getByRole('log')).toContainText('Hanya abc yang menulis ini.');
  await expect(abc.page.getByRole('log')).not.toContainText(trouble.description);
  await page.reload();
  await expect(log).toContainText(trouble.description);
  await expect(log).not.toContainText('Hanya abc');
});

test('what is too large, too much or of no use is said before it is sent', async ({ arrive }) => {
  const { page } = await arrive('xyz', { path: '/send' });
  let uploads = 0;
  page.on(
    'request',
    (request) => (uploads += request.method() === 'POST' && /attachments/.test(request.url()) ? 1 : 0),
  );
  await expect(page.getByText(word('files.limits', { number: 10, size: '10 MB' }))).toBeVisible();
  const list = page.getByRole('list', { name: word('files.chosen') });
  const picker = page.locator('input[type=file][multiple]');
  await picker.setInputFiles({ name: 'besar.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_000_001) });
  await picker.setInputFiles({ name: 'layar.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10) });
  await expect(list).toContainText(word('files.refused.tooLarge', { size: '10 MB' }));
  await expect(list).toContainText(word('files.refused.kind'));
  expect(uploads).toBe(0);
  await page.getByRole('button', { name: word('files.remove', { name: 'besar.pdf' }) }).click();
  await expect(list).not.toContainText('besar.pdf');
});

test('without a line the list and a case say so, and are there when it is back', async ({ arrive }) => {
  const xyz = await arrive('xyz');
  const { page, context, faults } = xyz;
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const trouble = newTrouble('Halaman ini lama terbuka');
  const { number } = await fileComplaint(xyz, trouble);
  await page.goto('/send');
  for (const path of ['/v1/complaints?*', `/v1/complaints/${number}`])
    await page.route(`**${path}`, (route) => route.abort());
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: word('place.mine') })
    .click();
  await expect(page.getByRole('alert').filter({ hasText: word('problem.offline.title') })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: word('problem.retry') }).click();
  await page.getByRole('link', { name: trouble.title }).click();
  await expect(page.getByRole('log')).toContainText(trouble.description);
  await context.setOffline(true);
  await expect(page.getByText(word('app.offline'))).toBeVisible();
  await expect(page.getByRole('log')).toContainText(trouble.description);
  await context.setOffline(false);
  await expect(page.getByText(word('app.offline'))).toBeHidden();
});

test('more than one page of complaints: the rest comes below', async ({ arrive }) => {
  const { page } = await arrive('xyz');
  await page.route('**/v1/complaints?*', async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '1');
    await route.continue({ url: url.toString() });
  });
  await page.goto('/complaints');
  const cards = page.locator('.case-card');
  await expect(cards).toHaveCount(1);
  await page.getByRole('button', { name: word('app.more') }).click();
  await expect(cards).toHaveCount(2);
});
