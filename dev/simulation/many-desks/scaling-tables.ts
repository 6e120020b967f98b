import { chosenShards, firstBottleneck, resourceUses, type ResourceUse } from './capacity-model.ts';
import type { Cost } from './cost-of-process.ts';
import { groupLoads, hoursOf, rotationLoad, shardSpread, type GroupLoad } from './load-figures.ts';
import { finestShards, loadKinds, type ManyDesksOptions, type PartResult } from './many-desks-types.ts';
import { inputs, inputValues } from './measured-inputs.ts';
import type { SteadyState } from './steady-state.ts';

/** With what all its processes took. */
export interface ManyDesksRun extends Cost {
  options: ManyDesksOptions;
  result: PartResult;
  steady: SteadyState;
}

/** Messages a second that Temporal's documentation advises for one workflow at most. */
const advisedMessages = 5;

const kindNames = ['reports', 'cases opened', 'messages to cases', 'messages to rotations', 'publications'];

/** The sections between the marks of docs/scaling.md, and what the command prints. */
export function scalingTables(run: ManyDesksRun): string {
  const loads = groupLoads(run.result, run.options.desks);
  const uses = loads.map((load) => usesOf(run, load));
  return [
    `${figure(run.options.desks)} desks of 24, ${run.options.days} days from ${run.options.from}, seed ${run.options.seed}; ${Math.ceil(run.cpuSeconds)} s of CPU, ${Math.ceil(run.megabytes)} MB.`,
    '**Inputs**',
    inputTable(),
    '**A usual desk**',
    steadyTable(run.steady),
    `**Monday, ${figure(run.options.desks)} desks, a second**`,
    dayTable(run.result),
    '**Busiest minute and busiest second**',
    peakTable(loads),
    '**Rotations, shards, and what must hold**',
    checkTable(run),
    '**What is used of one unit in the busiest minute, and how many units it takes**',
    useTable(loads, uses),
    firstTable(loads, uses),
  ].join('\n\n');
}

function usesOf({ result, steady }: ManyDesksRun, load: GroupLoad): ResourceUse[] {
  const { mostInMinute } = rotationLoad(result.rotations, advisedMessages);
  const { messagesMostOverMean: shardSkew } = shardSpread(result, chosenShards);
  return resourceUses({ inputs: inputValues(), steady, load, busiestRotation: mostInMinute, shardSkew });
}

export function inputTable(): string {
  const rows = Object.values(inputs).map(({ kind, source, unit, value, what }) => [
    what,
    `${figure(value)} ${unit}`.trim(),
    kind,
    source,
  ]);
  return table(['what', 'value', 'known how', 'from'], rows);
}

function steadyTable({ days, desks, perDay, running, unsolved }: SteadyState): string {
  const rows = [
    ...loadKinds.map((kind, index) => [`${kindNames[index]}, a working day`, figure(perDay[kind])]),
    ['unsolved cases at its end', figure(unsolved)],
    ['workflows of cases that run, solved ones included', figure(running)],
  ];
  return table([`mean of ${desks} desks in the last week of ${days} days`, ''], rows);
}

function dayTable(result: PartResult): string {
  const rows = hoursOf(result)
    .filter(({ hour, load }) => (hour >= 7 && hour < 18) || load.reports > 1)
    .map(({ hour, load }) => [`${hour}–${hour + 1}`, ...loadKinds.map((kind) => figure(load[kind]))]);
  return table(['hour in Jakarta', ...kindNames], rows);
}

function peakTable(loads: GroupLoad[]): string {
  const rows = loads.map((load) => [
    figure(load.desks),
    ...loadKinds.map((kind) => `${figure(load[kind].minute)} / ${load[kind].second}`),
  ]);
  return table(['desks', ...kindNames], rows);
}

function checkTable({ options, result }: ManyDesksRun): string {
  const rotation = rotationLoad(result.rotations, advisedMessages);
  const spreads = [chosenShards, finestShards].map((shards) => shardSpread(result, shards));
  const rows = [
    ['turns, each to whom the rule names', figure(result.turns)],
    ['reports lost, doubled or in two cases; turns out of order; books that do not agree', String(result.violations)],
    ['cases that run after the last day', figure(result.running)],
    ['the busiest second for cases: when, and how many messages', busiestSecond(result, options.desks)],
    [`rotations (two of each desk)`, figure(rotation.rotations)],
    [
      'messages of a rotation in its busiest second: median, most',
      `${rotation.medianSecond}, ${rotation.mostInSecond}`,
    ],
    ['messages a second of the busiest rotation in its busiest minute', figure(rotation.mostInMinute)],
    [`rotations with more than ${advisedMessages} messages in some second`, figure(rotation.everAboveAdvised)],
    ...spreads.map(({ least, mean, messagesMostOverMean, most, shards }) => [
      `cases on each of ${shards} history shards: mean, least, most; busiest shard over the mean`,
      `${figure(mean)}, ${least}, ${most}; ${figure(messagesMostOverMean)}`,
    ]),
  ];
  return table([`${figure(options.desks)} desks`, ''], rows);
}

function busiestSecond(result: PartResult, desks: number): string {
  const { second, secondAt } = groupLoads(result, desks).at(-1)?.caseMessages ?? { second: 0, secondAt: 0 };
  const time = new Date(secondAt * 1000).toISOString().slice(11, 19);
  return `${time} of day ${Math.floor(secondAt / 86_400) + 1}, ${figure(second)}`;
}

function useTable(loads: GroupLoad[], uses: ResourceUse[][]): string {
  const rows = (uses[0] ?? []).map(({ capacity, resource, unit }, row) => [
    resource,
    `${figure(capacity)} ${unit}`,
    ...uses.map((ofSize) => {
      const use = ofSize[row];
      return use ? `${figure(use.demand)} → ${share(use.share)}${use.units > 1 ? ` (${figure(use.units)})` : ''}` : '';
    }),
  ]);
  return table(['one unit', 'carries', ...loads.map(({ desks }) => `${figure(desks)} ×`)], rows);
}

function firstTable(loads: GroupLoad[], uses: ResourceUse[][]): string {
  const told = (use: ResourceUse | undefined): string => (use ? `${use.resource}, ${share(use.share)}` : '–');
  const rows = loads.map(({ desks }, index) => {
    const ofSize = uses[index] ?? [];
    const first = firstBottleneck(ofSize);
    return [
      `${figure(desks)} ×`,
      told(first),
      first?.remedy ?? '',
      told(firstBottleneck(ofSize, { isAddable: false })),
    ];
  });
  return table(['', 'used up first', 'remedy', 'of what no further process cures'], rows);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Three digits that count, never rounded to a nicer figure than it is. */
function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 4) });
}

function share(value: number): string {
  return value < 0.001 ? '< 0.1 %' : `${figure(value * 100)} %`;
}
