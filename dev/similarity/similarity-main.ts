import { sameProblemFrom } from '../../workflows/similarity/problem-similarity.ts';
import { labelledSet, type LabelledSet, type SetName } from './labelled-pairs.ts';
import { comparingTimes, evaluate, type ScoredPair } from './similarity-evaluation.ts';

const names: SetName[] = ['tuning', 'held-apart'];
const wanted = 0.8;

function percent(share: number): string {
  return share.toFixed(3);
}

function wrong({ texts }: LabelledSet, pairs: ScoredPair[]): string[] {
  return pairs
    .filter(({ same, similarity }) => same !== similarity >= sameProblemFrom)
    .map(({ one, other, same, similarity }) => {
      const titles = `${texts[one]?.title ?? one} | ${texts[other]?.title ?? other}`;
      return `  ${similarity.toFixed(2)} ${same ? 'missed' : 'mixed up'}: ${titles}`;
    });
}

function report(name: SetName, isVerbose: boolean): boolean {
  const set = labelledSet(name);
  const { confusion, f1, pairs, precision, recall } = evaluate(set);
  const { falseNegative, falsePositive, trueNegative, truePositive } = confusion;
  const same = pairs.filter((pair) => pair.same).length;
  console.log(`${name}: ${pairs.length} pairs, ${same} of one problem`);
  console.log(
    `  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  from ${sameProblemFrom}`,
  );
  console.log('                      said the same   said different');
  console.log(`  the same problem    ${`${truePositive}`.padStart(13)}   ${`${falseNegative}`.padStart(14)}`);
  console.log(`  different problems  ${`${falsePositive}`.padStart(13)}   ${`${trueNegative}`.padStart(14)}`);
  if (isVerbose) console.log(wrong(set, pairs).join('\n'));
  return precision >= wanted && recall >= wanted;
}

const isVerbose = process.argv.includes('--verbose');
const results = names.map((name) => report(name, isVerbose));
const times = comparingTimes(labelledSet('held-apart'));
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(`one complaint against 1,000 open cases: ${at(0.5)} ms (median), ${at(0.95)} ms (95 of 100)`);
if (results.includes(false)) process.exitCode = 1;
