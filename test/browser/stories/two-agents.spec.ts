import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const alsoHere = (names: string) => word('agentCase.othersHere_one', { names });

/** How often an open page says that it is, and hears of the others. */
const beatMs = 20_000;

test('two agents who have one case open see each other', async ({ arrive }) => {
  const xyz = await arrive('xyz');
  const { number, agent } = await fileComplaint(xyz, newTrouble('Dibuka berdua'));
  const holder = await arrive(agent?.id ?? '');
  await holder.page.clock.install();
  await holder.page.goto(`/cases/${number}`);
  await expect(holder.page.getByRole('heading', { level: 1 })).toBeVisible();
  const other = await arrive('petugas-x', { path: `/cases/${number}` });
  await expect(other.page.getByText(alsoHere(agent?.name ?? ''))).toBeVisible();
  await holder.page.clock.fastForward(beatMs);
  await expect(holder.page.getByText(alsoHere('Petugas X'))).toBeVisible();
});
