import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

interface Rotation {
  roster: { agentId: string; name: string }[];
}

const path = '/v1/desks/layanan/rotations/tier-2';

test('the order of turns is changed by keyboard; whoever was slower is told what changed and keeps theirs', async ({
  arrive,
}) => {
  const supervisor = await arrive('pengawas', { path: '/board' });
  const { page } = supervisor;
  const read = async () => (await supervisor.call<Rotation>('GET', path)).roster;
  const before = await read();
  const ids = before.map(({ agentId }) => agentId);
  const [first, second, ...others] = ids;
  await page.getByRole('button', { name: word('board.order.openOf', { tier: word('tier.tier-2') }) }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: word('board.order.down', { name: before[0]?.name ?? '' }) }).press('Enter');

  await test.step('somebody else has taken the last one out', async () => {
    await supervisor.call('PUT', `${path}/roster`, { agentIds: ids.slice(0, -1) });
    await dialog.getByRole('button', { name: word('board.order.save') }).press('Enter');
    const told = dialog.getByRole('alert');
    await expect(told).toContainText(word('board.order.changed.went', { names: before.at(-1)?.name ?? '' }));
    await expect(dialog.getByRole('listitem').first()).toContainText(before[1]?.name ?? '');
  });

  await test.step('saved again, one’s own order holds', async () => {
    await dialog.getByRole('button', { name: word('board.order.save') }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await read()).map(({ agentId }) => agentId)).toEqual([second, first, ...others]);
  });
  supervisor.faults.allow(/412/);
  await supervisor.call('PUT', `${path}/roster`, { agentIds: ids });
});
