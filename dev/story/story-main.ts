import { Command } from 'commander';
import { startOwnInstance } from './own-instance.ts';
import { openJournal, tableRow } from './story-journal.ts';
import type { StoryStep } from './story-journal.ts';
import { playStory } from './story-play.ts';

const options = new Command('story')
  .description('Plays the story of three identical complaints against Giliran, through HTTP alone.')
  .option('--base <url>', 'a running instance; without it one is started on throw-away data')
  .option('--json', 'print the steps as JSON')
  .parse()
  .opts<{ base?: string; json?: boolean }>();

const onInterrupt = new AbortController();
let playing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // While the instance still starts there is nothing to put back: its process ends with ours.
  process.once(signal, () => (playing ? onInterrupt.abort() : process.exit(130)));
}

async function play(): Promise<StoryStep[]> {
  const own = options.base === undefined ? await startOwnInstance((line) => console.error(line)) : undefined;
  playing = true;
  const journal = openJournal((step) => {
    if (!options.json) console.log(tableRow(step));
  });
  const interrupted = new Promise<never>((_resolve, reject) => {
    onInterrupt.signal.addEventListener('abort', () => reject(new Error('interrupted')));
  });
  try {
    await Promise.race([playStory(options.base ?? own?.base ?? '', journal), interrupted]);
  } catch (error) {
    journal.check('the story is played to its end', 'yes', error instanceof Error ? error.message : String(error));
  } finally {
    await own?.stop();
  }
  return [...journal.steps];
}

const steps = await play();
const wrong = steps.filter(({ ok }) => !ok).length;
if (options.json) console.log(JSON.stringify({ ok: wrong === 0, steps }, null, 2));
else
  console.log(
    wrong === 0 ? `\nAll ${steps.length} steps are right.` : `\n${wrong} of ${steps.length} steps are wrong.`,
  );
process.exit(wrong === 0 ? 0 : 1);
