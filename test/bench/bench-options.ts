import { Command, InvalidArgumentError, Option } from 'commander';
import { laneStarts, usualLanes } from './lanes/lane-list.ts';
import type { EngineKind } from './stack/bench-stack.ts';
import { measures } from './measures/measure-list.ts';

export interface BenchOptions {
  rounds: number;
  lanes: string[];
  measures: string[];
  engine: EngineKind;
  cases: number;
  parallel: number;
  json?: boolean;
  write?: boolean;
}

interface Given extends Partial<Omit<BenchOptions, 'engine'>> {
  engine: EngineKind;
  quick?: boolean;
}

const full = { rounds: 5, cases: 240, parallel: 24 };
const quick = { rounds: 1, cases: 24, parallel: 12 };

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}

/** Names among those that there are; `none` for none. */
function named(known: readonly string[]): (text: string) => string[] {
  return (text) => {
    if (text === 'none') return [];
    const names = text.split(',').map((name) => name.trim());
    if (names.some((name) => !known.includes(name))) throw new InvalidArgumentError(`there is ${known.join(', ')}`);
    return names;
  };
}

/** What the command line asks for. */
export function readBenchOptions(argv?: readonly string[]): BenchOptions {
  const names = measures.map(({ name }) => name);
  const given = new Command('bench')
    .description('Measures the product beside other ways of doing the same job: same machine, engines and store.')
    .option('--rounds <number>', `how often each lane runs; ${full.rounds} when nothing is said`, whole)
    .option('--lanes <names>', `of ${Object.keys(laneStarts).join(', ')}, or none`, named(Object.keys(laneStarts)))
    .option('--measures <names>', `of ${names.join(', ')}, or none`, named(names))
    .addOption(
      new Option('--engine <kind>', 'dev: as npm start has it; server: Temporal Server on PostgreSQL')
        .choices(['dev', 'server'])
        .default('dev'),
    )
    .option('--cases <number>', `of a lane in a round; ${full.cases}`, whole)
    .option('--parallel <number>', `how many of them at a time; ${full.parallel}`, whole)
    .option('--quick', 'one round of few cases, and no measures: whether it still runs')
    .option('--json', 'print the results as JSON')
    .option('--write', 'put the tables into docs/performance.md')
    .parse(argv)
    .opts<Given>();
  const { quick: isQuick, ...rest } = given;
  return { lanes: [...usualLanes], measures: isQuick ? [] : names, ...(isQuick ? quick : full), ...rest };
}
