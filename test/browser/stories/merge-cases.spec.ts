import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import type { Person } from '../support/people.ts';
import { word } from '../support/words.ts';

async function merge({ page }: Person, from: { number: string }, into: { number: string }): Promise<void> {
  await page.goto(`/cases/${from.number}`);
  await page.getByRole('button', { name: word('agentCase.moreMoves') }).click();
  await page.getByRole('menuitem', { name: word('agentCase.move.merge.button') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(word('agentCase.move.merge.search')).fill(into.number);
  await expect(dialog.getByRole('radio'), 'the search has found the one case').toHaveCount(1);
  await dialog.getByRole('radio').check();
  await dialog.getByRole('button', { name: word('agentCase.move.merge.submit') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(word('agentCase.mergedHere', { number: into.number }))).toBeVisible();
}

test('two cases of one problem become one: by its agent, then by the supervisor; whoever sent it reads on', async ({
  arrive,
}) => {
  test.setTimeout(120_000);
  const [def, ghi] = [await arrive('def'), await arrive('ghi')];
  const cause = newTrouble('Server pusat padam');
  const first = await fileComplaint(def, newTrouble('Layar putih'));
  const second = await fileComplaint(ghi, newTrouble('Gagal menyimpan'));
  const survivor = await fileComplaint(ghi, cause);

  await test.step('its agent', async () => {
    const agent = await arrive(first.agent?.id ?? '');
    await merge(agent, first, survivor);
    await expect(agent.page.getByRole('heading', { level: 1 })).toHaveText(cause.title);
  });
  await test.step('the supervisor', async () => {
    const supervisor = await arrive('pengawas');
    await merge(supervisor, second, survivor);
    const story = supervisor.page.getByRole('log');
    await expect(story).toContainText(first.number);
    await expect(story).toContainText(second.number);
  });
  await test.step('who sent the first one', async () => {
    await def.page.goto(`/complaints/${first.number}`);
    await expect(def.page.getByRole('alert').filter({ hasText: survivor.number })).toBeVisible();
  });
});

test("a case leads the supervisor to its own run in Temporal's pages, and nobody who sent it", async ({ arrive }) => {
  const def = await arrive('def');
  const { id, number } = await fileComplaint(def, newTrouble('Jejak proses'));
  const supervisor = await arrive('pengawas', { path: `/cases/${number}` });
  const link = supervisor.page.getByRole('link', { name: word('agentCase.workflow') });
  type Read = { complaint: { workflow?: { id: string; runId: string } } };
  const { complaint } = await supervisor.call<Read>('GET', `/v1/complaints/${id}`);
  const { id: workflowId = '', runId = '' } = complaint.workflow ?? {};
  expect(runId).not.toBe('');
  const path = `/namespaces/default/workflows/${encodeURIComponent(workflowId)}/${runId}/history`;
  await expect(link).toBeVisible();
  const { pathname, hostname } = new URL((await link.getAttribute('href')) ?? '');
  expect([hostname, pathname]).toEqual(['127.0.0.1', path]);
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  expect((await def.call<Read>('GET', `/v1/complaints/${id}`)).complaint.workflow).toBeUndefined();
});
