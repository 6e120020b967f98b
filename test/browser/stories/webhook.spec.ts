import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

/** A program on this machine that wants to know: it takes whatever it is told. */
async function startListener() {
  const told: { signed: boolean; text: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      told.push({ signed: 'giliran-signature' in request.headers, text });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/giliran`;
  return { url, told, stop: () => new Promise((resolve) => server.close(resolve)) };
}

test('an administrator has another program told of new cases, and sees that it was', async ({ arrive }) => {
  test.setTimeout(120_000);
  const listener = await startListener();
  const [admin, ghi] = [await arrive('admin', { path: '/admin/webhooks/_new' }), await arrive('ghi')];
  const { page } = admin;
  const name = `Pencatat ${Date.now().toString(36)}`;
  try {
    await page.getByLabel(word('admin.field.url')).fill(listener.url);
    await page.getByLabel(word('admin.field.description')).fill(name);
    await page.getByRole('button', { name: word('admin.webhooks.add') }).click();
    await expect(page.getByText(word('admin.webhooks.created'))).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(/giliran_wh_\S+/);
    await page.getByRole('link', { name: word('admin.people.done') }).click();
    await page.getByRole('link', { name }).click();
    await expect(page.getByText(word('admin.webhooks.noDeliveries'))).toBeVisible();
    await expect(page.getByText('giliran_wh_')).toHaveCount(0);

    // Workers remember for two seconds which webhooks there are.
    await expect(async () => {
      const { number } = await fileComplaint(ghi, newTrouble('Dikabarkan'));
      await expect.poll(() => listener.told.some(({ text }) => text.includes(number)), { timeout: 10_000 }).toBe(true);
    }).toPass({ timeout: 60_000 });
    expect(listener.told.every(({ signed }) => signed)).toBe(true);
    await page.reload();
    const delivery = page.getByRole('listitem').filter({ hasText: word('admin.webhooks.event.received') });
    await expect(delivery.first()).toContainText(word('admin.webhooks.state.delivered'));
    await expect(delivery.first()).toContainText(word('admin.webhooks.answered', { status: 204 }));

    await page.getByRole('button', { name: word('admin.delete.button') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: word('admin.delete.button') })
      .click();
    await expect(page).toHaveURL(/\/admin\/webhooks$/);
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  } finally {
    await listener.stop();
  }
});
