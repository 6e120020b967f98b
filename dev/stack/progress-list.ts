import { Listr, PRESET_TIMER } from 'listr2';
import type { ListrTask } from 'listr2';
import type { Say } from '../engines/engine-folders.ts';

export interface ProgressStep {
  title: string;
  /** Does the step; what it answers is shown behind its title. */
  run?: (say: Say) => Promise<string | void>;
  /** Steps that run side by side. */
  together?: ProgressStep[];
}

/** Runs steps with a progress list; without a terminal as plain lines, each with its time. */
export async function runSteps(steps: readonly ProgressStep[]): Promise<void> {
  const plain = !process.stdout.isTTY || process.env['CI'] !== undefined;
  if (plain) return runPlain(steps);
  const list = new Listr(steps.map(toTask), {
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, timer: PRESET_TIMER },
  });
  await list.run();
}

function toTask({ title, run, together }: ProgressStep): ListrTask {
  return {
    title,
    // Why a way of finding an engine did not work stays readable.
    rendererOptions: { persistentOutput: true, outputBar: 6 },
    task: async (_context, task) => {
      if (together) return task.newListr(together.map(toTask), { concurrent: true });
      const outcome = await run?.((line) => (task.output = line));
      if (outcome) task.title = `${title}: ${outcome}`;
      return undefined;
    },
  };
}

const began = Date.now();
const print = (line: string): void =>
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`);

async function runPlain(steps: readonly ProgressStep[]): Promise<void> {
  for (const step of steps) {
    if (step.together) await settleAll(step.together.map((inner) => runPlainStep(inner)));
    else await runPlainStep(step);
  }
}

async function runPlainStep({ title, run }: ProgressStep): Promise<void> {
  print(`${title} …`);
  const outcome = await run?.((line) => print(`${title}: ${line}`));
  print(`${title}: ${outcome ?? 'ready'}`);
}

/** Waits for all, so that nothing goes on behind an error's back; then throws the first error. */
async function settleAll(running: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(running);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
