import type { LaneStart } from '../bench-types.ts';
import { startFloorLane } from '../floor/floor-lane.ts';
import { startGiliranLane } from '../giliran/giliran-lane.ts';
import { startHttpLane } from '../http/http-lane.ts';
import { startNaiveLane } from '../naive/naive-lane.ts';
import { peerNames, startPeerLanes } from '../peers/peer-lanes.ts';
import type { BenchStack } from '../stack/bench-stack.ts';

type StartLane = (bench: BenchStack) => Promise<LaneStart>;

/** Every lane by its name, in the order in which the table has them. */
export const laneStarts: Readonly<Record<string, StartLane>> = {
  floor: (bench) => startFloorLane(bench),
  'floor-states': (bench) => startFloorLane(bench, 'perState'),
  naive: startNaiveLane,
  giliran: startGiliranLane,
  http: startHttpLane,
  ...Object.fromEntries(peerNames.map((name) => [name, (bench: BenchStack) => startPeer(bench, name)])),
};

/** Another ticket system on this machine, if it is there. */
async function startPeer({ stack }: BenchStack, name: string): Promise<LaneStart> {
  const [peer] = await startPeerLanes([name], { dataDir: stack.dataDir, say: (line) => console.error(line) });
  return peer?.start ?? { skipped: 'there is no such peer' };
}

/** What is run when nobody says otherwise. */
export const usualLanes = ['floor', 'naive', 'giliran', 'http', 'rt5'] as const;
