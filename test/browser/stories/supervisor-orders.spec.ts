import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

interface FoundCase {
  complaint: { agent: { id: string; name: string } | null };
}

test('a supervisor gives a case to somebody by name, who sees it come', async ({ arrive }) => {
  const xyz = await arrive('xyz');
  const trouble = newTrouble('Dialihkan pengawas');
  const { agent, id, number } = await fileComplaint(xyz, trouble);
  const receiver = agent?.id === 'petugas-k' ? 'petugas-l' : 'petugas-k';
  const supervisor = await arrive('pengawas', { path: `/cases/${number}` });
  const { page } = supervisor;
  await page.getByRole('button', { name: word('agentCase.move.reassign.button'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: word('agentCase.move.reassign.title') });
  await dialog.getByLabel(word('agentCase.move.reassign.to')).selectOption(receiver);
  await dialog.getByLabel(word('agentCase.move.reassign.label')).fill('Menguasai sistem ini');
  await dialog.getByRole('button', { name: word('agentCase.move.reassign.submit') }).click();
  await expect(dialog).toBeHidden();
  // The rotation gives it to them, a moment after the order was taken.
  const agentNow = async () =>
    (await supervisor.call<FoundCase>('GET', `/v1/complaints/${id}`)).complaint.agent?.id ?? null;
  await expect.poll(agentNow).toBe(receiver);
  const inbox = await arrive(receiver, { path: '/inbox' });
  await expect(inbox.page.getByRole('listitem').filter({ hasText: trouble.title })).toBeVisible();
});

test('a supervisor revokes a session, and its holder reads why', async ({ arrive }) => {
  const ghi = await arrive('ghi');
  const { agent, id, number } = await fileComplaint(ghi, newTrouble('Sesi dicabut'), 'srv-125');
  const holder = await arrive(agent?.id ?? '');
  await holder.call('POST', '/v1/office-servers/srv-125/sessions', { complaintId: id, minutes: 60 });
  await holder.page.goto(`/cases/${number}`);
  const { page } = await arrive('pengawas', { path: '/servers' });
  // By their turns the same agent may hold another server by now.
  const server = page.getByRole('region', { name: /125/ });
  await server.getByRole('button', { name: word('servers.revoke.of', { agent: agent?.name ?? '' }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(word('servers.revoke.reason')).fill('Kantor memerlukan servernya');
  await dialog.getByRole('button', { name: word('servers.revoke.submit') }).click();
  await expect(dialog).toBeHidden();
  await expect(holder.page.getByText('Kantor memerlukan servernya')).toBeVisible();
});
