import { LoadBook } from './load-book.ts';
import { loadKinds, type DeskPart, type PartResult } from './many-desks-types.ts';
import { simulateOneDesk } from './simulate-one-desk.ts';

/** One desk after the other: they share nothing but Temporal and the store, so no message goes from one to another. */
export function simulatePart(part: DeskPart): PartResult {
  const book = new LoadBook(part);
  for (let deskNo = part.firstDesk; deskNo < part.endDesk; deskNo += 1) simulateOneDesk({ ...part, deskNo }, book);
  return book.result;
}

/** All desks, of what their parts have done. */
export function addParts(parts: [PartResult, ...PartResult[]]): PartResult {
  const [first, ...others] = parts;
  return others.reduce((sum, part) => {
    for (const [group, series] of sum.series.entries()) {
      for (const kind of loadKinds) addInto(series[kind], part.series[group]?.[kind]);
    }
    addInto(sum.shardCases, part.shardCases);
    addInto(sum.shardMessages, part.shardMessages);
    sum.rotations.push(...part.rotations);
    sum.kept.push(...part.kept);
    sum.turns += part.turns;
    sum.running += part.running;
    sum.violations += part.violations;
    return sum;
  }, first);
}

function addInto(sum: Uint32Array, more: Uint32Array | undefined): void {
  for (const [index, count] of more?.entries() ?? []) sum[index] = (sum[index] ?? 0) + count;
}
