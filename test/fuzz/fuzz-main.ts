import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { startChaosStack } from '../../dev/chaos/stack/chaos-stack.ts';
import { provisionEngines } from '../../dev/engines/engines.ts';
import { buildProduct } from '../../dev/stack/product-build.ts';
import { connectStore } from '../../store/connect-store.ts';
import { fuzzMarkdown, fuzzSummary, fuzzText } from './fuzz-page.ts';
import { prepareFuzz } from './fuzz-world.ts';
import { runFuzz } from './run-fuzz.ts';
import { writeFigures } from './write-page.ts';

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}

const { json, markdown, requests, seed } = new Command('fuzz')
  .description('Sends requests made from openapi.json, sound and spoilt, as everybody, to a system of its own.')
  .option('--requests <number>', 'how many', whole, 20_000)
  .option('--seed <number>', 'the same seed draws the same requests; when they meet is up to the machine', whole, 1)
  .option('--json', 'print the result as JSON')
  .option('--markdown', 'put the figures into docs/security.md and docs/reliability.md')
  .parse()
  .opts<{ requests: number; seed: number; json?: boolean; markdown?: boolean }>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const say = (line: string): void => console.error(line);

const engines = await provisionEngines(say);
await buildProduct(say);
const stack = await startChaosStack(engines, {
  env: {
    // Answers are looked at here, not how many of them a minute has.
    ...{ RATE_LIMIT_PER_MINUTE: '0', TRUST_PROXY_HOPS: '1' },
    SECOND_FACTOR_KEY: randomBytes(32).toString('base64'),
  },
  prepare: async ({ storeUri }) => {
    const store = await connectStore({ uri: storeUri });
    await prepareFuzz(store).finally(() => store.close());
  },
});
const store = await connectStore({ uri: stack.storeUri });
const { pid } = stack.api;
say(`${stack.base}, process ${pid}`);
const result = await runFuzz({ base: stack.base, store }, { requests, seed, concurrency: 12, say });
const ready = await fetch(`${stack.base}/ready`);
const survived = stack.api.pid === pid && ready.status === 200;
console.log(json ? JSON.stringify({ ...result, survived }, null, 2) : fuzzText(result));
const end = `The API process ${survived ? 'lives' : 'has died or is not ready'}, /ready answers ${ready.status}.`;
if (!json) console.log(`${end} ${cpus().length} processors, Node ${process.version}.`);
if (markdown)
  await writeFigures({ summary: `${fuzzSummary(result)} ${end}`, figures: `${fuzzMarkdown(result)}\n\n${end}` });
await store.close();
await stack.stop({ keepData: false });
process.exit(survived && result.violations.length === 0 ? 0 : 1);
