import { casesOf, describe as tell, fileComplaint, newTrouble, send } from '../support/complaining.ts';
import { demoPassword } from '../../../dev/seed/demo-data.ts';
import { expect, test, type Person } from '../support/people.ts';
import { word } from '../support/words.ts';

/** As when the session expires, or is ended from another device. */
async function endSession({ context }: Person): Promise<void> {
  await context.clearCookies();
}

async function signInAgain({ page }: Person): Promise<void> {
  const dialog = page.getByRole('dialog', { name: word('session.again.title') });
  await dialog.getByLabel(word('session.password'), { exact: true }).fill(demoPassword);
  await dialog.getByRole('button', { name: word('session.signIn') }).click();
  await expect(dialog).toBeHidden();
}

test('a session that ends while somebody types loses nothing: one signs in over the form, and sends', async ({
  arrive,
}) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const { page, faults } = xyz;
  faults.allow(/status of 401/);
  const trouble = newTrouble('Formulir kosong setelah ditinggal');
  await tell(page, trouble);
  await endSession(xyz);
  await send(page);
  await expect(page.getByRole('dialog', { name: word('session.again.title') })).toBeVisible();
  await expect(page.getByLabel(word('send.title'))).toHaveValue(trouble.title);
  await signInAgain(xyz);
  await expect(page.getByLabel(word('send.description'))).toHaveValue(trouble.description);
  await send(page);
  await expect(page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  await expect.poll(async () => (await casesOf(xyz, trouble)).map(({ reportCount }) => reportCount)).toEqual([1]);
});

test('a reply that was being written when the session ended is there afterwards, and goes out', async ({ arrive }) => {
  const xyz = await arrive('xyz');
  const { page, faults } = xyz;
  faults.allow(/status of 401/);
  const { number } = await fileComplaint(xyz, newTrouble('Menu laporan hilang'));
  await page.goto(`/complaints/${number}`);
  const reply = page.getByLabel(word('conversation.reply.label'));
  await reply.fill('Sekarang juga di komputer lain.');
  await endSession(xyz);
  await page.getByRole('button', { name: word('conversation.reply.send') }).click();
  await signInAgain(xyz);
  await expect(reply).toHaveValue('Sekarang juga di komputer lain.');
  await page.getByRole('button', { name: word('conversation.reply.send') }).click();
  await expect(page.getByRole('log')).toContainText('Sekarang juga di komputer lain.');
});

test('with another name one gets the sign-in page, and nothing of what was typed', async ({ arrive }) => {
  const xyz = await arrive('xyz', { path: '/send' });
  const { page, faults } = xyz;
  faults.allow(/status of 401/);
  await tell(page, newTrouble('Hanya untuk xyz'));
  await endSession(xyz);
  await send(page);
  await page.getByRole('link', { name: word('session.again.other', { name: 'XYZ' }) }).click();
  await page.getByLabel(word('session.username')).fill('abc');
  await page.getByLabel(word('session.password'), { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: word('session.signIn'), exact: true }).click();
  await expect(page.getByRole('button', { name: 'ABC' })).toBeVisible();
  await expect(page.getByLabel(word('send.title'))).toHaveValue('');
});
