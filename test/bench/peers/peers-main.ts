// Runs peers alone, without the other lanes:
// node --import tsx test/bench/peers/peers-main.ts [--rounds 3] [--cases 200] [--parallel 8] [name …]
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peerNames, startPeerLanes } from './peer-lanes.ts';

const options = {
  rounds: { type: 'string', default: '3' },
  cases: { type: 'string', default: '200' },
  parallel: { type: 'string', default: '8' },
} as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const size = { rounds: Number(values.rounds), cases: Number(values.cases), parallel: Number(values.parallel) };
const wanted = positionals.length > 0 ? positionals : [...peerNames];
const dataDir = await mkdtemp(join(tmpdir(), 'giliran-peers-'));
await chmod(dataDir, 0o711); // the peers' own users must be able to enter
const lanes = await startPeerLanes(wanted, { dataDir, say: (line) => console.error(line) });
try {
  for (const { name, start } of lanes) {
    if ('skipped' in start) {
      console.log(`${name}: skipped: ${start.skipped}`);
      continue;
    }
    for (let round = 1; round <= size.rounds; round++) {
      const { cases, seconds, cpuSeconds, latenciesMs, noted } = await start.lane.run({ ...size, round });
      const sorted = latenciesMs.toSorted((one, other) => one - other);
      console.log(`${name} round ${round}:`, {
        casesPerSecond: cases / seconds,
        cpuSecondsPerCase: cpuSeconds / cases,
        p50: sorted[Math.floor(cases / 2)],
        p99: sorted[Math.floor(cases * 0.99)],
        ...noted,
      });
    }
  }
} finally {
  for (const { start } of lanes) if ('lane' in start) await start.lane.end();
  await rm(dataDir, { recursive: true, force: true });
}
