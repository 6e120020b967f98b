import { once } from 'node:events';
import { costOfProcess } from './cost-of-process.ts';
import type { DeskPart } from './many-desks-types.ts';
import { simulatePart } from './simulate-part.ts';

// One process of simulateManyDesks: it is sent its part, answers, and ends when it is let go.
const [part] = (await once(process, 'message')) as [DeskPart];
const result = simulatePart(part);
process.send?.({ result, ...costOfProcess() });
