import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('a table of offices is checked first, its faults are shown by line, and it is imported when it is right', async ({
  arrive,
}) => {
  const admin = await arrive('admin', { path: '/admin/imports' });
  const { page } = admin;
  const id = `kantor-${Date.now().toString(36)}`;
  const choose = (text: string) =>
    page
      .getByLabel(word('admin.imports.file'))
      .setInputFiles({ name: 'kantor.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const isThere = async (): Promise<boolean> => (await admin.context.request.get(`/v1/offices/${id}`)).status() === 200;

  await choose(`id;name;active\n${id};Kantor baru;true\nnama dengan spasi;Kantor lain;true\n`);
  await expect(page.getByRole('alert')).toContainText(word('admin.imports.wrong_other', { count: 1 }));
  await expect(page.getByRole('listitem').filter({ hasText: 'nama dengan spasi' })).toContainText('3');

  await choose(`id;name;active\n${id};Kantor baru;true\n`);
  await expect(page.getByText(word('admin.imports.right'))).toBeVisible();
  expect(await isThere(), 'nothing is saved before one agrees').toBe(false);
  await page.getByRole('button', { name: word('admin.imports.now_other', { count: 1 }) }).click();
  await expect(page.getByText(word('admin.imports.done'))).toBeVisible();
  expect(await isThere()).toBe(true);
});
