import { workerKilled } from './faults/f01-worker-killed.ts';
import { apiKilled } from './faults/f02-api-killed.ts';
import { temporalKilled } from './faults/f03-temporal-killed.ts';
import { storeKilled } from './faults/f04-store-killed.ts';
import { storeStopped } from './faults/f05-store-stopped.ts';
import { allKilled } from './faults/f06-all-killed.ts';
import { identicalPosts } from './faults/f07-identical-posts.ts';
import { keyReused } from './faults/f08-key-reused.ts';
import { rotationRenewed } from './faults/f09-rotation-renewed.ts';
import { wrongClock } from './faults/f10-wrong-clock.ts';
import { poisoned } from './faults/f11-poison.ts';
import { zombieActivity } from './faults/f12-zombie-activity.ts';
import { deafReceivers } from './faults/f13-deaf-receivers.ts';
import { changedWorkflow } from './faults/f14-changed-workflow.ts';
import { frozenWorker } from './faults/f15-frozen-worker.ts';
import { fullDisk } from './faults/f16-full-disk.ts';
import { serverRace } from './faults/f17-server-race.ts';
import type { Fault } from './fault-types.ts';

/** Every fault that this system must survive, in the order of docs/reliability.md. */
export const faults: readonly Fault[] = [
  ...[workerKilled, apiKilled, temporalKilled, storeKilled, storeStopped, allKilled, identicalPosts, keyReused],
  ...[rotationRenewed, wrongClock, poisoned, zombieActivity, deafReceivers, changedWorkflow, frozenWorker, fullDisk],
  serverRace,
];

/** Those that run with every `npm test`, one after the other on one system. */
export const shortFaults: readonly Fault[] = [workerKilled, apiKilled, identicalPosts, keyReused, poisoned];
