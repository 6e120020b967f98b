import { Command, InvalidArgumentError } from 'commander';
import { provisionEngines } from '../engines/engines.ts';
import { buildProduct } from '../stack/product-build.ts';
import { thisMachine } from '../stack/this-machine.ts';
import { invariants } from './check/observations.ts';
import { faults } from './fault-list.ts';
import type { FaultResult } from './fault-types.ts';
import { chaosTable, violationText } from './report/chaos-table.ts';
import { writeReliability } from './report/reliability-page.ts';
import { runFaults } from './run-fault.ts';

function known(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.filter((id) => !faults.some((fault) => fault.id === id));
  if (unknown.length > 0) throw new InvalidArgumentError(`there is ${faults.map(({ id }) => id).join(', ')}`);
  return ids;
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InvalidArgumentError('a whole number');
  return seed;
}

const options = new Command('chaos')
  .description('Does harm to a whole system of its own while it is used, and sees whether anything is lost or doubled.')
  .option('--only <faults>', 'for instance F1,F7', known)
  .option('--seed <number>', 'the same seed draws the same numbers; when threads meet is up to the machine', seedOf, 1)
  .option('--json', 'print the results as JSON')
  .option('--write', 'put the rows into the table of docs/reliability.md')
  .parse()
  .opts<{ only?: string[]; seed: number; json?: boolean; write?: boolean }>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const say = (line: string): void => console.error(line);
const machine = thisMachine();
const began = new Date();
const engines = await provisionEngines(say);
await buildProduct(say);
const results: FaultResult[] = [];
for (const fault of faults.filter(({ id }) => options.only?.includes(id) ?? true)) {
  const skipped = await fault.impossible?.();
  const { seed } = options;
  if (skipped) {
    const { id, title } = fault;
    const nothing = { operations: 0, injected: 0, recoveries: [], notes: [], violations: [], seconds: 0 };
    results.push({ id, title, seed, store: '', ...nothing, skipped });
    say(`${id} is not tried: ${skipped}`);
    continue;
  }
  const result = await runFaults([fault], { engines, seed, scale: 'full', say });
  results.push(result);
  for (const note of result.notes) say(`  ${note}`);
  say(`  ${result.violations.length} violations, ${result.seconds} s`);
  if (result.violations.length > 0) say(violationText(result, invariants));
}

const violations = results.reduce((sum, result) => sum + result.violations.length, 0);
if (options.json) console.log(JSON.stringify({ machine, began, results }, null, 2));
else {
  console.log(chaosTable(results));
  console.log(`\n${violations} violations in ${results.length} faults, ${machine}`);
}
if (options.write) await writeReliability({ machine, began, results });
process.exit(violations === 0 ? 0 : 1);
