import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('an incident is opened, stands on the board, takes cases in, and ends them together', async ({ arrive }) => {
  test.setTimeout(120_000);
  const xyz = await arrive('xyz');
  const trouble = { ...newTrouble('Gangguan bersama'), system: 'ESPT' };
  const { id, number } = await fileComplaint(xyz, trouble);
  const supervisor = await arrive('pengawas', { path: '/incidents' });
  const { page } = supervisor;
  const title = `e-SPT mati ${Date.now().toString(36)}`;

  await page.getByRole('button', { name: word('incident.form.button') }).click();
  const form = page.getByRole('dialog', { name: word('incident.form.open') });
  await form.getByLabel(word('incident.form.system')).selectOption('espt');
  await form.getByLabel(word('incident.form.title')).fill(title);
  await form.getByRole('button', { name: word('incident.form.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await test.step('a case is found and linked', async () => {
    await page.getByLabel(word('incident.linkable.search')).fill(number);
    await page.getByRole('button', { name: word('incident.cases.linkCase', { title: trouble.title, number }) }).click();
    await expect(
      page.getByRole('button', { name: word('incident.cases.unlinkCase', { title: trouble.title, number }) }),
    ).toBeVisible();
  });

  await test.step('the board says so', async () => {
    const board = await arrive('pengawas', { path: '/board' });
    const alerts = board.page.getByRole('list', { name: word('board.attention.incidentList') });
    await expect(alerts.getByRole('link', { name: title })).toBeVisible();
  });

  await test.step('and it is resolved, with its case', async () => {
    await page.getByRole('button', { name: word('incident.resolve.button'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: word('incident.resolve.title') });
    await dialog.getByLabel(word('incident.resolve.label')).fill('Server pusat dinyalakan ulang.');
    await dialog.getByRole('button', { name: word('incident.resolve.submit') }).click();
    await expect(page.getByText('Server pusat dinyalakan ulang.')).toBeVisible();
    await expect
      .poll(
        async () => (await supervisor.call<{ complaint: { status: string } }>('GET', `/v1/complaints/${id}`)).complaint,
      )
      .toMatchObject({ status: 'resolved' });
  });
});
