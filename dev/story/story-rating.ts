import { demoPassword } from '../seed/demo-data.ts';
import { signIn } from './story-client.ts';
import type { StoryCase } from './story-client.ts';
import { until, type Scene } from './story-scene.ts';

interface Rated {
  type: string;
  actor: { id: string };
  data: { score?: number; comment?: string };
}

/** Who reported a resolved case says what they think of the solution, and staff read it in the case. */
export async function theSubmitterRates(scene: Scene, { id }: StoryCase, username: string): Promise<void> {
  const { base, journal } = scene;
  const submitter = await signIn(base, username, demoPassword);
  const rating = { score: 5, comment: 'Cepat dan jelas, terima kasih.' };
  const rated = await submitter.call('POST', `/v1/complaints/${id}/rate`, { body: rating });
  const path = `/v1/complaints/${id}/timeline?limit=100`;
  const isRating = ({ type }: Rated) => type === 'rated';
  const { items } = await until<{ items: Rated[] }>(scene, path, (timeline) => timeline.items.some(isRating));
  const shown = items.find(isRating);
  journal.check(`${username} rates the solution`, 200, rated.status);
  journal.check('  staff read it in the case', { by: username, ...rating }, { by: shown?.actor.id, ...scoreOf(shown) });
}

function scoreOf(entry: Rated | undefined): Rated['data'] {
  return { score: entry?.data.score, comment: entry?.data.comment };
}
