import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('an administrator sees how mail is set up, and tries it with a mail to themselves', async ({ arrive }) => {
  const admin = await arrive('admin');
  const { page } = admin;
  await admin.call('PATCH', '/v1/users/admin', { email: 'admin@giliran.example' });
  await page.goto('/admin/mail');
  await expect(page.getByText('127.0.0.1')).toBeVisible();
  await expect(page.getByText(word('admin.mail.testText', { to: 'admin@giliran.example' }))).toBeVisible();
  await page.getByRole('button', { name: word('admin.mail.send') }).click();
  await expect(page.getByRole('status').filter({ hasText: 'admin@giliran.example' })).toContainText(
    word('admin.mail.outcome.sent'),
  );

  await test.step('and the audit knows of it', async () => {
    await page.goto('/admin/audit');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: word('admin.audit.kind.mailTest') })
        .first(),
    ).toBeVisible();
  });
});
