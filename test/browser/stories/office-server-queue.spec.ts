import type { Page } from '@playwright/test';
import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const serverName = 'Server lokal kantor 124';
const panelOf = (page: Page) => page.getByRole('region', { name: serverName });
const press = (page: Page, key: string) =>
  panelOf(page)
    .getByRole('button', { name: word(key) })
    .click();

/** `Sesi Anda sampai …`, whatever the hour. */
const isMine = new RegExp(word('servers.yours', { hour: '…' }).replace('…', '\\d\\d[.:]\\d\\d'));

test('two agents with two cases for one server: one is on it, the other is told, and nobody is thrown out', async ({
  arrive,
}) => {
  test.setTimeout(120_000);
  const def = await arrive('def');
  const one = await fileComplaint(def, newTrouble('Sesi server'), 'srv-124');
  const other = await fileComplaint(def, newTrouble('Antrean server'), 'srv-124');
  const first = await arrive(one.agent?.id ?? '', { path: `/cases/${one.number}` });
  const second = await arrive(other.agent?.id ?? '', { path: `/cases/${other.number}` });

  await press(first.page, 'servers.ask');
  await expect(panelOf(first.page)).toContainText(isMine);
  await expect(panelOf(second.page)).toContainText(word('servers.full'));
  await expect(panelOf(second.page)).toContainText(one.agent?.name ?? '');
  await press(second.page, 'servers.queue');
  await expect(panelOf(second.page)).toContainText(word('servers.yourPlace', { position: 1 }));
  await expect(panelOf(first.page)).toContainText(other.agent?.name ?? '');

  await test.step('released: it is granted to who waits, by itself', async () => {
    await press(first.page, 'servers.release');
    await expect(panelOf(second.page)).toContainText(isMine);
  });

  await test.step('resolved: the same, without anybody giving it back', async () => {
    await press(first.page, 'servers.queue');
    await expect(panelOf(first.page)).toContainText(word('servers.yourPlace', { position: 1 }));
    await second.page.getByRole('button', { name: word('agentCase.move.acknowledge.button') }).click();
    await expect(second.page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
    await second.page.getByRole('button', { name: word('agentCase.move.resolve.button') }).click();
    await second.page.getByLabel(word('agentCase.move.resolve.label')).fill('Ruang penyimpanan dibersihkan.');
    await second.page.getByRole('button', { name: word('agentCase.move.resolve.submit') }).click();
    await expect(panelOf(first.page)).toContainText(isMine);
  });
});
