import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sumOfCosts, type Cost } from './cost-of-process.ts';
import type { DeskPart, ManyDesksOptions, PartResult } from './many-desks-types.ts';
import { addParts } from './simulate-part.ts';

const program = fileURLToPath(new URL('./desk-part-main.ts', import.meta.url));

/** More would need more memory and gain little. */
const mostProcesses = 8;

/** With what its processes took. */
export interface ManyDesksResult extends Cost {
  result: PartResult;
}

/**
 * So many desks of 24 people for some days, on all cores. Each desk is drawn from the seed and its own number, so the answer
 * is the same however many processes there are.
 */
export async function simulateManyDesks(options: ManyDesksOptions): Promise<ManyDesksResult> {
  const processes = Math.min(mostProcesses, availableParallelism(), options.desks);
  const parts = Array.from({ length: processes }, (_, index): DeskPart => {
    const [firstDesk, endDesk] = [index, index + 1].map((no) => Math.floor((no * options.desks) / processes));
    return { ...options, firstDesk: firstDesk ?? 0, endDesk: endDesk ?? 0 };
  });
  const done = await Promise.all(parts.map(inProcess));
  const [first, ...others] = done.map(({ result }) => result);
  if (!first) throw new Error('there is no desk to simulate');
  return { result: addParts([first, ...others]), ...sumOfCosts(done) };
}

/** Processes, not threads: those would not know how to read TypeScript. */
async function inProcess(part: DeskPart): Promise<ManyDesksResult> {
  const child = fork(program, { serialization: 'advanced' });
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`a part of the desks ended with ${String(code)} and no answer`);
  });
  child.send(part);
  const [answer] = (await Promise.race([once(child, 'message'), exited])) as [ManyDesksResult];
  child.disconnect();
  return answer;
}
