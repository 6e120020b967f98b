import type { Page, Response } from '@playwright/test';
import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const button = (page: Page, move: string) =>
  page.getByRole('button', { name: word(`agentCase.move.${move}.button`), exact: true });
const dialogOf = (page: Page) => page.getByRole('dialog');
const submit = (page: Page, move: string) =>
  dialogOf(page)
    .getByRole('button', { name: word(`agentCase.move.${move}.submit`) })
    .click();

test('what one has just done oneself is no reason to refuse the next thing', async ({ arrive }) => {
  const def = await arrive('def');
  const { id, number, agent } = await fileComplaint(def, newTrouble('Terima lalu selesaikan'));
  const { page } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  const refused: Response[] = [];
  page.on('response', (response) => response.status() === 412 && refused.push(response));
  let letGo = () => {};
  const isWritten = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/v1/complaints/${id}/acknowledge`, async (route) => {
    await isWritten;
    await route.continue();
  });
  await button(page, 'acknowledge').click();
  // At once, while the first is still on its way.
  await button(page, 'resolve').click();
  await page.getByLabel(word('agentCase.move.resolve.label')).fill('Sandi diatur ulang.');
  letGo();
  await expect(page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
  await submit(page, 'resolve');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByText('Sandi diatur ulang.')).toBeVisible();
  expect(refused).toEqual([]);
});

test('what somebody else has done meanwhile is shown before one decides, and what was typed stays', async ({
  arrive,
}) => {
  const def = await arrive('def');
  const { id, number, agent } = await fileComplaint(def, newTrouble('Berubah sementara ditulis'));
  const { page, faults } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  faults.allow(/status of 412.*\/resolve/);
  await button(page, 'acknowledge').click();
  await expect(page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
  await button(page, 'resolve').click();
  const field = page.getByLabel(word('agentCase.move.resolve.label'));
  await field.fill('Sudah diperbaiki.');
  await def.call('POST', `/v1/complaints/${id}/messages`, { kind: 'reply', text: 'Sekarang pesannya lain.' });
  await submit(page, 'resolve');
  await expect(dialogOf(page).getByText(word('agentCase.whatChanged'))).toBeVisible();
  await expect(dialogOf(page).getByText('Sekarang pesannya lain.')).toBeVisible();
  await expect(field).toHaveValue('Sudah diperbaiki.');
  await submit(page, 'resolve');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByText('Sudah diperbaiki.')).toBeVisible();
});
