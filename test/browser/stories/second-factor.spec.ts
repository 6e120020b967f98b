import { generateSync } from 'otplib';
import { demoPassword } from '../../../dev/seed/demo-data.ts';
import { axeViolations } from '../support/accessibility.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const username = 'petugas-p';

test('a second step is set up with a picture, asked for when signing in, and ended elsewhere', async ({ arrive }) => {
  const { page, faults, call } = await arrive(username, { path: '/account' });
  await page.getByRole('button', { name: word('account.secondFactor.begin') }).click();
  await page.getByLabel(word('session.password'), { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: word('account.secondFactor.setUp.next') }).click();

  await expect(page.getByRole('img', { name: word('account.secondFactor.setUp.picture') })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
  await page.getByLabel(word('account.secondFactor.setUp.code')).fill(generateSync({ secret }));
  await page.getByRole('button', { name: word('account.secondFactor.setUp.confirm') }).click();

  const codes = (await page.getByTestId('recovery-codes').innerText()).split('\n');
  expect(codes).toHaveLength(10);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: word('account.secondFactor.codes.seen') }).click();
  await expect(page.getByTestId('recovery-codes')).toBeHidden();

  const other = await arrive(null, { path: '/' });
  other.faults.allow(/status of 401.*\/v1\/session/);
  const signIn = other.page.getByRole('button', { name: word('session.signIn'), exact: true });
  await other.page.getByLabel(word('session.username')).fill(username);
  await other.page.getByLabel(word('session.password'), { exact: true }).fill(demoPassword);
  await signIn.click();
  await expect(other.page.getByText(word('session.codeWanted'))).toBeVisible();
  expect(await axeViolations(other.page)).toEqual([]);
  await other.page.getByLabel(word('session.code'), { exact: true }).fill('000000');
  await signIn.click();
  await expect(other.page.getByRole('alert')).toContainText('Kode salah');
  await other.page.getByLabel(word('session.code'), { exact: true }).fill(codes[0] ?? '');
  await signIn.click();
  await expect(other.page).toHaveURL(/\/inbox$/);

  // The first browser sees the second, and signs it out.
  faults.allow(/status of 401/);
  await page.reload();
  await page.getByRole('button', { name: word('account.sessions.endOthers') }).click();
  await expect(page.getByRole('button', { name: word('account.sessions.endOthers') })).toBeHidden();
  other.faults.allow(/status of 401/);
  await other.page.goto('/account');
  await expect(other.page.getByRole('heading', { name: word('session.title') })).toBeVisible();

  const proof = { password: demoPassword, code: codes[1] ?? '' };
  await call('DELETE', '/v1/users/me/second-factor', proof);
});
