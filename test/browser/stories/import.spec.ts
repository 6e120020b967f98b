import { readFile } from 'node:fs/promises';
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

test('a sample is downloaded in the words of people, filled in, and imported as it is', async ({ arrive }) => {
  const admin = await arrive('admin', { path: '/admin/imports' });
  const { page } = admin;
  const id = `kantor-${Date.now().toString(36)}`;
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: word('admin.imports.pattern') }).click();
  const sample = await readFile((await (await downloading).path()) ?? '', 'utf8');
  expect(sample).toContain(`${word('admin.imports.column.id')};${word('admin.imports.column.name')}`);
  const buffer = Buffer.from(sample.replace('126;', `${id};`));
  await page.getByLabel(word('admin.imports.file')).setInputFiles({ name: 'kantor.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: word('admin.imports.now_other', { count: 1 }) }).click();
  await expect(page.getByText(word('admin.imports.done'))).toBeVisible();
  expect(await admin.call('GET', `/v1/offices/${id}`)).toMatchObject({ office: { active: true, name: 'Kantor 126' } });
});

test('a table is downloaded as it can be imported again', async ({ arrive }) => {
  const { page } = await arrive('admin', { path: '/admin/imports' });
  const downloading = page.waitForEvent('download');
  const what = word('admin.imports.kind.office-servers');
  await page.getByRole('link', { name: word('admin.imports.download', { what }) }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('office-servers.csv');
  const table = (await readFile((await download.path()) ?? '', 'utf8')).replace(/^\ufeff/, '');
  expect(table.split(/\r?\n/)[0]).toBe('id,officeId,name,sessionLimit,address,active');
  expect(table).toContain('srv-123,123,');
});
