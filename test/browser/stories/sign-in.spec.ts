import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const demoLogins = [
  { username: 'xyz', role: 'submitter', work: /\/send$/ },
  { username: 'petugas-a', role: 'agent', work: /\/inbox$/ },
  { username: 'pengawas', role: 'supervisor', work: /\/board$/ },
  { username: 'admin', role: 'admin', work: /\/admin$/ },
];

for (const { username, role, work } of demoLogins) {
  test(`the demo login of ${username} leads to their work in one click`, async ({ arrive }) => {
    const { page } = await arrive(null, { path: '/' });
    await page.getByRole('button', { name: `${username} · ${word(`role.${role}`)}` }).click();
    await expect(page).toHaveURL(work);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('a wrong password is said, and the name stays', async ({ arrive }) => {
  const { page, faults } = await arrive(null, { path: '/' });
  faults.allow(/status of 401.*\/v1\/session/);
  await page.getByLabel(word('session.username')).fill('xyz');
  await page.getByLabel(word('session.password'), { exact: true }).fill('not the password');
  await page.getByRole('button', { name: word('session.signIn'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Nama pengguna atau kata sandi salah.');
  await expect(page.getByLabel(word('session.username'))).toHaveValue('xyz');
});

test('too many attempts are refused, in words for people', async ({ arrive }) => {
  const { page, context, faults } = await arrive(null, { path: '/' });
  faults.allow(/status of (401|429).*\/v1\/session/);
  // Of nobody: others have to sign in after this.
  const wrong = { username: 'salah-ketik', password: 'not the password' };
  for (let attempt = 0; attempt < 10; attempt += 1) await context.request.post('/v1/session', { data: wrong });
  await page.getByLabel(word('session.username')).fill(wrong.username);
  await page.getByLabel(word('session.password'), { exact: true }).fill(wrong.password);
  await page.getByRole('button', { name: word('session.signIn'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/terlalu (banyak|sering)/i);
  await expect(page.getByRole('alert')).toContainText(/menit/);
  await expect(page.getByRole('alert')).not.toContainText('Retry-After');
});

test('whoever signs out is asked to sign in', async ({ arrive }) => {
  const { page, faults } = await arrive(null, { path: '/' });
  // What the page was still reading ends with the session.
  faults.allow(/status of 401/);
  await page.getByRole('button', { name: `xyz · ${word('role.submitter')}` }).click();
  await page.getByRole('button', { name: 'XYZ', exact: true }).click();
  await page.getByRole('button', { name: word('account.signOut') }).click();
  await expect(page.getByRole('heading', { name: word('session.title') })).toBeVisible();
  await page.goto('/complaints');
  await expect(page.getByRole('heading', { name: word('session.title') })).toBeVisible();
});
