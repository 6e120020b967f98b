import { Command, Option } from 'commander';
import { startProductionInstance } from '../production/production-instance.ts';
import { startOwnInstance } from './own-instance.ts';
import { openJournal, tableRow } from './story-journal.ts';
import type { StoryJournal, StoryStep } from './story-journal.ts';
import { playStory } from './story-play.ts';

const options = new Command('story')
  .description('Plays the story of three identical complaints against Giliran, through HTTP alone.')
  .option('--base <url>', 'a running instance; without it one is started on throw-away data')
  .addOption(
    new Option(
      '--engine <kind>',
      "what that one runs on: npm start's engines, or Temporal Server and two of each process",
    )
      .choices(['dev', 'server'])
      .default('dev')
      .conflicts('base'),
  )
  .option('--json', 'print the steps as JSON')
  .parse()
  .opts<{ base?: string; engine: 'dev' | 'server'; json?: boolean }>();

const onInterrupt = new AbortController();
let playing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // While the instance still starts there is nothing to put back: its process ends with ours.
  process.once(signal, () => (playing ? onInterrupt.abort() : process.exit(130)));
}

interface Instance {
  base: string;
  /** Beside the story: whether the instance is what it should be. */
  check?: (journal: StoryJournal) => Promise<void>;
  stop: () => Promise<unknown>;
}

function startInstance(): Promise<Instance> {
  const told = (line: string): void => console.error(line);
  return options.engine === 'server' ? startProductionInstance(told) : startOwnInstance(told);
}

async function play(): Promise<StoryStep[]> {
  const own = options.base === undefined ? await startInstance() : undefined;
  playing = true;
  const journal = openJournal((step) => {
    if (!options.json) console.log(tableRow(step));
  });
  const interrupted = new Promise<never>((_resolve, reject) => {
    onInterrupt.signal.addEventListener('abort', () => reject(new Error('interrupted')));
  });
  const playAll = async (): Promise<void> => {
    await playStory(options.base ?? own?.base ?? '', journal);
    await own?.check?.(journal);
  };
  try {
    await Promise.race([playAll(), interrupted]);
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
