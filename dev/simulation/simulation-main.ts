import { Command, InvalidArgumentError } from 'commander';
import { simulationTable } from './figures/figures-table.ts';
import { runManyDesks } from './many-desks/run-many-desks.ts';
import { writeScaling } from './many-desks/scaling-page.ts';
import { scalingTables } from './many-desks/scaling-tables.ts';
import { simulateDesk } from './simulate-desk.ts';

function count(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}

/** The calendar has decreed and expected holidays of these years, and the last cases need some months to end. */
function firstDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError('a day, for instance 2026-01-01');
  return text;
}

interface Options {
  days?: number;
  seed: number;
  from?: string;
  desks?: number;
  write?: boolean;
  json?: boolean;
}

const { desks, json, seed, write, ...span } = new Command('simulate')
  .description('A desk for so many days: the real state machines, with people, messages and the store modelled.')
  .option('--days <count>', 'how many days (365; of many desks 2)', count)
  .option('--seed <number>', 'the same seed gives the same output', count, 1)
  .option('--from <day>', 'the first day (2026-01-01; of many desks Sunday, 2026-02-01)', firstDay)
  .option('--desks <count>', 'so many desks at once, their load, and what it takes to carry it', count)
  .option('--write', 'put what many desks do into docs/scaling.md')
  .option('--json', 'print the figures as JSON')
  .parse()
  .opts<Options>();

if (desks === undefined) {
  const simulation = simulateDesk({ days: 365, from: '2026-01-01', seed, ...span });
  console.log(json ? JSON.stringify(simulation, null, 2) : simulationTable(simulation));
  if (simulation.violations > 0) process.exitCode = 1;
} else {
  const run = await runManyDesks({ days: 2, from: '2026-02-01', desks, seed, ...span });
  const tables = scalingTables(run);
  if (write) await writeScaling(tables);
  console.log(json ? JSON.stringify({ ...run, result: { ...run.result, series: undefined } }, null, 2) : tables);
  for (const { caseId, day, deskNo, rule, what } of run.result.kept) {
    console.error(`VIOLATION seed ${seed}, desk ${deskNo}, ${day}, ${caseId ?? 'no case'}: ${rule}: ${what}`);
  }
  if (run.result.violations + run.steady.violations > 0) process.exitCode = 1;
}
