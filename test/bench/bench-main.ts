import { provisionEngines } from '../../dev/engines/engines.ts';
import { buildProduct } from '../../dev/stack/product-build.ts';
import { thisMachine } from '../../dev/stack/this-machine.ts';
import { readBenchOptions } from './bench-options.ts';
import { runLanes } from './lanes/run-lanes.ts';
import { runMeasures } from './measures/run-measures.ts';
import { laneTable, type LaneRounds } from './report/lane-table.ts';
import { writePerformance, type PageBlock } from './report/performance-page.ts';
import { terminalTable } from './report/table.ts';
import { startBenchStack } from './stack/bench-stack.ts';

const options = readBenchOptions();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const say = (line: string): void => console.error(line);
const machine = thisMachine();
const began = new Date();
const engines = await provisionEngines(say);
await buildProduct(say);
const ownStore = engines.store.kind === 'mongod' ? 'MongoDB' : 'FerretDB on PostgreSQL';
const store = process.env['MONGODB_URI'] ? 'the store of MONGODB_URI, whose CPU is not counted' : ownStore;
const titles = {
  dev: "Temporal's development server on SQLite, on disk",
  server: 'Temporal Server with 8 history shards on PostgreSQL',
};
const engine = titles[options.engine];
const when = `${began.toISOString().slice(0, 16).replace('T', ' ')}, ${machine}; ${engine}; ${store}`;

const lanes = options.lanes.length > 0 ? await measureLanes() : [];
const measured = await runMeasures(engines, options, say);

const { cases, parallel, rounds } = options;
const blocks: PageBlock[] = [];
if (lanes.length > 0) {
  const notes = [`${rounds} rounds of ${cases} cases for each lane, ${parallel} at a time; medians, least and most.`];
  blocks.push({ name: 'lanes', table: laneTable(lanes), notes, when });
}
for (const { name, result } of measured) if (result) blocks.push({ name, ...result, when });
const failed = measured.filter(({ result }) => result === null);
if (options.json) console.log(JSON.stringify({ when, machine, began, engine, store, lanes, measured }, null, 2));
else {
  for (const { name, notes, table } of blocks) console.log([`${name}:`, terminalTable(table), ...notes, ''].join('\n'));
  for (const { failure, name } of failed) console.log(`${name} is void: ${failure}\n`);
  console.log(when);
}
if (options.write) await writePerformance(blocks);
process.exit(failed.length === 0 ? 0 : 1);

async function measureLanes(): Promise<LaneRounds[]> {
  const bench = await startBenchStack(engines, options.engine, say);
  try {
    return await runLanes(bench, { ...options, warmUpCases: Math.min(options.cases, 48), say });
  } finally {
    await bench.end();
  }
}
