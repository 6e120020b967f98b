import { Command, InvalidArgumentError } from 'commander';
import { simulationTable } from './figures/figures-table.ts';
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

const options = new Command('simulate')
  .description('A desk for so many days: the real state machines, with people, messages and the store modelled.')
  .option('--days <count>', 'how many days', count, 365)
  .option('--seed <number>', 'the same seed gives the same output', count, 1)
  .option('--from <day>', 'the first day', firstDay, '2026-01-01')
  .option('--json', 'print the figures as JSON')
  .parse()
  .opts<{ days: number; seed: number; from: string; json?: boolean }>();

const simulation = simulateDesk(options);
console.log(options.json ? JSON.stringify(simulation, null, 2) : simulationTable(simulation));
if (simulation.violations > 0) process.exitCode = 1;
