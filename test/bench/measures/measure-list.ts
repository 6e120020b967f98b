import { acceptedRate } from './accepted-rate.ts';
import { actionLatency } from './action-latency.ts';
import { assignedLatency } from './assigned-latency.ts';
import { duplicates } from './duplicates.ts';
import { growth } from './growth.ts';
import type { Measure } from './measure-types.ts';
import { openCaseMemory } from './open-case-memory.ts';
import { openCases } from './open-cases.ts';
import { recovery } from './recovery.ts';
import { rotationSpeed } from './rotation-speed.ts';
import { transitions } from './transitions.ts';

/** Every single figure, in the order in which they are measured and stand in docs/performance.md. */
export const measures: readonly Measure[] = [
  ...[transitions, assignedLatency, acceptedRate, duplicates, rotationSpeed, actionLatency],
  ...[openCaseMemory, growth, openCases, recovery],
];
