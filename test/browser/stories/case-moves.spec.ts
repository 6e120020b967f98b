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

test('an agent hands a case over with a reason: it survives a broken line and a reload, and tier two reads it', async ({
  arrive,
}) => {
  test.setTimeout(120_000);
  const ghi = await arrive('ghi');
  const trouble = newTrouble('Perlu tier dua');
  const { id, number, agent } = await fileComplaint(ghi, trouble);
  const { page, faults, call } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  faults.allow(/ERR_FAILED/);
  const reason = 'Basis data pusat harus dibuka, di luar wewenang tier satu.';
  await page.route(`**/v1/complaints/${id}/escalate`, (route) => route.abort(), { times: 1 });
  await button(page, 'escalate').click();
  const field = page.getByLabel(word('agentCase.move.escalate.label'));
  await field.fill(reason);
  await submit(page, 'escalate');
  await expect(dialogOf(page).getByRole('alert')).toContainText(word('problem.offline.title'));
  await expect(field).toHaveValue(reason);
  await page.reload();
  await button(page, 'escalate').click();
  await expect(field).toHaveValue(reason);
  await submit(page, 'escalate');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByText(word('agentCase.notYours'))).toBeVisible();

  type Read = { complaint: { tier: string; agent: { id: string } | null } };
  const read = async () => (await call<Read>('GET', `/v1/complaints/${id}`)).complaint;
  await expect.poll(async () => [(await read()).tier, (await read()).agent !== null]).toEqual(['tier-2', true]);
  const second = await arrive((await read()).agent?.id ?? '', { path: '/inbox' });
  await second.page.getByRole('link', { name: trouble.title }).click();
  await expect(second.page.getByText(reason)).toBeVisible();
  await expect(button(second.page, 'acknowledge')).toBeVisible();
  await expect(button(second.page, 'escalate')).toHaveCount(0);
});

test('an agent lets a case wait with an incident, and takes it out again', async ({ arrive }) => {
  test.setTimeout(120_000);
  const [supervisor, ghi] = [await arrive('pengawas'), await arrive('ghi')];
  const { title } = newTrouble('Gangguan bersama');
  type Opened = { incident: { id: string } };
  const { incident } = await supervisor.call<Opened>('POST', '/v1/incidents', { systemId: 'sipd', title });
  const { number, agent } = await fileComplaint(ghi, newTrouble('Bagian dari gangguan'));
  const { page } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  await page.getByRole('button', { name: word('agentCase.incident.joinOf', { title }) }).click();
  await expect(page.getByRole('region', { name: word('agentCase.incident.own'), exact: true })).toContainText(title);
  await expect(page.getByText(word('statusSentence.withIncident'))).toBeVisible();
  await page.getByRole('button', { name: word('agentCase.incident.leaveOf', { title }) }).click();
  await expect(page.getByRole('button', { name: word('agentCase.incident.joinOf', { title }) })).toBeVisible();
  await expect(page.getByText(word('status.assigned'), { exact: true })).toBeVisible();
  await supervisor.call('POST', `/v1/incidents/${incident.id}/resolve`, { resolution: 'Sudah pulih.' });
});
