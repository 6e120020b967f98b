import { expect, it } from 'vitest';
import { invariants } from '../../dev/chaos/check/observations.ts';
import { shortFaults } from '../../dev/chaos/fault-list.ts';
import { violationText } from '../../dev/chaos/report/chaos-table.ts';
import { runFaults } from '../../dev/chaos/run-fault.ts';
import { provisionEngines } from '../../dev/engines/engines.ts';
import { buildProduct } from '../../dev/stack/product-build.ts';

const said: string[] = [];
const say = (line: string): void => void said.push(line);

it('a whole system survives some faults of docs/reliability.md with nothing lost or doubled', async () => {
  const engines = await provisionEngines(say);
  await buildProduct(say);
  const result = await runFaults(shortFaults, { engines, seed: 1, scale: 'short', say });
  expect(result.violations, `${said.join('\n')}\n${violationText(result, invariants)}`).toEqual([]);
  // Enough has happened for that to mean something.
  expect(result.injected).toBeGreaterThan(100);
  expect(result.recoveries.length).toBeGreaterThan(2);
  expect(result.operations).toBeGreaterThan(100);
  // Half a minute on a quiet machine.
}, 300_000);
