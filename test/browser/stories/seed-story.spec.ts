import { describe as tell, newTrouble, send } from '../support/complaining.ts';
import { expect, test, type Person } from '../support/people.ts';
import { word } from '../support/words.ts';

interface Rotation {
  seq: number;
  nextAgentId: string;
}

const tier1 = '/v1/desks/layanan/rotations/tier-1';

/** A mark that a reload would wipe out. */
const mark = ({ page }: Person) => page.evaluate(() => Object.assign(window, { hasNotReloaded: true }));
const isMarked = ({ page }: Person) => page.evaluate(() => 'hasNotReloaded' in window);

test('XYZ sends the same three times: one case, one agent, and everybody sees it live', async ({ arrive }) => {
  test.setTimeout(120_000);
  const supervisor = await arrive('pengawas', { path: '/board' });
  const { seq, nextAgentId } = await supervisor.call<Rotation>('GET', tier1);
  const [xyz, agent] = await Promise.all([arrive('xyz', { path: '/send' }), arrive(nextAgentId, { path: '/inbox' })]);
  const board = supervisor.page.getByRole('region', { name: word('tier.tier-1') });
  await expect(board).toContainText(word('board.rotation.seq_other', { count: seq }));
  await expect(agent.page.getByRole('heading', { level: 1 })).toBeVisible();
  await Promise.all([supervisor, agent].map(mark));

  const trouble = newTrouble('Server lokal menolak masuk ke');
  await test.step('XYZ sends it, and twice more', async () => {
    await tell(xyz.page, trouble);
    await send(xyz.page);
    await expect(xyz.page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
    for (let again = 0; again < 2; again += 1) {
      await xyz.page.getByRole('button', { name: word('send.sent.again') }).click();
      await expect(xyz.page.getByLabel(word('send.title'))).toHaveValue('');
      await tell(xyz.page, trouble);
      await send(xyz.page);
      await expect(xyz.page.getByRole('heading', { name: word('send.sent.attached') })).toBeFocused();
      // Who has it, and that sending again does not speed it up.
      await expect(xyz.page.getByRole('main')).toContainText(/Petugas [A-P]/);
    }
  });

  const row = agent.page.getByRole('listitem').filter({ hasText: trouble.title });
  await test.step('the agent whose turn it is sees it come, once', async () => {
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(word('inbox.new'));
    await expect(row).toContainText(word('inbox.reports_other', { count: 3 }));
    await row.getByRole('button').click();
    await expect(row).toContainText(word('status.inProgress'));
    expect(await isMarked(agent), 'the inbox was not reloaded').toBe(true);
  });

  await test.step('the supervisor sees that one turn was given', async () => {
    await expect(board).toContainText(word('board.rotation.seq_other', { count: seq + 1 }));
    expect(await isMarked(supervisor), 'the board was not reloaded').toBe(true);
    expect((await supervisor.call<Rotation>('GET', tier1)).seq).toBe(seq + 1);
  });

  await row.getByRole('link').click();
  await xyz.page.getByRole('link', { name: word('send.sent.open') }).click();
  await Promise.all([xyz, agent].map(mark));

  await test.step('the agent asks, XYZ answers', async () => {
    await agent.page.getByRole('button', { name: word('agentCase.move.ask.button') }).click();
    await agent.page.getByLabel(word('agentCase.move.ask.label')).fill('Apakah lampu server menyala?');
    await agent.page.getByRole('button', { name: word('agentCase.move.ask.submit') }).click();
    await expect(xyz.page.getByText('Apakah lampu server menyala?')).toBeVisible();
    await expect(xyz.page.getByText(word('myCase.answerBelow'))).toBeVisible();
    await xyz.page.getByLabel(word('conversation.reply.label')).fill('Menyala, berkedip kuning.');
    await xyz.page.getByRole('button', { name: word('conversation.reply.send') }).click();
    await expect(agent.page.getByText('Menyala, berkedip kuning.')).toBeVisible();
    await expect(agent.page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
  });

  await test.step('the agent resolves it, XYZ rates', async () => {
    await agent.page.getByRole('button', { name: word('agentCase.move.resolve.button') }).click();
    await agent.page.getByLabel(word('agentCase.move.resolve.label')).fill('Layanan masuk sudah dinyalakan ulang.');
    await agent.page.getByRole('button', { name: word('agentCase.move.resolve.submit') }).click();
    await expect(xyz.page.getByText('Layanan masuk sudah dinyalakan ulang.')).toBeVisible();
    await xyz.page
      .getByRole('radio', { name: word('myCase.rate.score', { score: 5 }), exact: true })
      .check({ force: true });
    await xyz.page.getByRole('button', { name: word('myCase.rate.send') }).click();
    await expect(xyz.page.getByText(word('myCase.rate.thanks', { score: 5 }))).toBeVisible();
  });
  expect([await isMarked(xyz), await isMarked(agent)], 'neither page was reloaded').toEqual([true, true]);
});
