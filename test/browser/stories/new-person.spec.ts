import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('somebody new comes in with a one-time password, and has to choose another', async ({ arrive }) => {
  const { page } = await arrive('admin', { path: '/admin/people/_new' });
  const id = `pelapor-${Date.now().toString(36)}`;
  await page.getByLabel(word('admin.field.name'), { exact: true }).fill('Pelapor Baru');
  await page.getByLabel(word('admin.field.username')).fill(id);
  await page.getByLabel(word('admin.field.officeId')).selectOption('124');
  await page.getByRole('button', { name: word('admin.people.add') }).click();
  const told = page.getByRole('alert');
  await expect(told).toContainText(word('admin.people.oneTimePassword', { name: 'Pelapor Baru' }));
  const password = await told.locator('code').innerText();

  const newcomer = await arrive(null, { path: '/' });
  newcomer.faults.allow(/403/);
  await newcomer.page.getByLabel(word('session.username')).fill(id);
  await newcomer.page.getByLabel(word('session.password'), { exact: true }).fill(password);
  await newcomer.page.getByRole('button', { name: word('session.signIn'), exact: true }).click();
  await expect(newcomer.page.getByText(word('account.password.must'))).toBeVisible();
  await newcomer.page.getByLabel(word('account.password.current')).fill(password);
  await newcomer.page.getByLabel(word('account.password.next')).fill('empat kata yang acak');
  await newcomer.page.getByRole('button', { name: word('account.password.change') }).click();
  await expect(newcomer.page.getByText(word('account.password.must'))).toBeHidden();
  await newcomer.page.goto('/send');
  await expect(newcomer.page.getByLabel(word('send.title'))).toBeVisible();
});
