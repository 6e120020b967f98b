import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('the language is changed in the account menu, for the page and for what the server says, and stays', async ({
  arrive,
}) => {
  const { page } = await arrive('xyz', { path: '/complaints' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.getByRole('button', { name: 'XYZ' }).click();
  await page.getByRole('button', { name: word('account.otherLanguage') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('place.mine', {}, 'en'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const asked = page.waitForRequest('**/v1/complaints*');
  await page.reload();
  expect(await (await asked).headerValue('Accept-Language')).toBe('en');
});

test('the sign-in page speaks both languages', async ({ arrive }) => {
  const { page } = await arrive(null, { path: '/' });
  await page.getByRole('button', { name: word('account.otherLanguage') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('session.title', {}, 'en'));
});

test('the theme is changed in the account menu, and is there before the first paint', async ({ arrive }) => {
  const { page, faults } = await arrive('xyz', { path: '/complaints', options: { colorScheme: 'light' } });
  faults.allow(/ERR_FAILED.*\/assets\//);
  await page.getByRole('button', { name: 'XYZ' }).click();
  await page.getByRole('button', { name: word('account.dark') }).click();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  // Without the application's own script, which comes later.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
