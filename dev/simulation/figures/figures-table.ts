import type { Simulation } from '../simulate-desk.ts';

type Row = (string | number)[];

/** What `npm run simulate` prints. */
export function simulationTable({ figures, kept, options, violations }: Simulation): string {
  const { cases, deadlines, fairness, messages, sessions, waits } = figures;
  const sections: [string, Row[]][] = [
    ['cases', Object.entries(cases)],
    [
      'fairness',
      [
        ['', 'turns', 'agents', 'min', 'max', 'spread', 'ideal', 'off share'],
        ...Object.entries(fairness).map(([tier, fair]): Row => [tier, ...Object.values(fair)]),
      ],
    ],
    [
      'deadlines',
      [['', 'met', 'passed'], ...Object.entries(deadlines).map(([kind, { met, missed }]): Row => [kind, met, missed])],
    ],
    [
      'waits in working hours',
      [
        ['', 'count', 'median', 'p90', 'max'],
        ...Object.entries(waits).map(([what, each]): Row => [what, ...Object.values(each)]),
      ],
    ],
    ['sessions on office servers', Object.entries(sessions)],
    ['messages', Object.entries(messages)],
  ];
  return [
    `A simulated desk: ${options.days} days from ${options.from}, seed ${options.seed}.`,
    'Real: the state machines of complaint, rotation and office server, the calendar, the fingerprint.',
    'Modelled: people, messages and the store. There is no Temporal and no database in it.',
    ...sections.flatMap(([title, rows]) => ['', title, ...rows.map(line)]),
    '',
    ...kept.map(({ caseId, day, rule, what }) => {
      return `VIOLATION seed ${options.seed}, ${day}, ${caseId ?? 'no case'}: ${rule}: ${what}`;
    }),
    `violations: ${violations}`,
  ].join('\n');
}

function line([name = '', ...values]: Row): string {
  return `  ${String(name).padEnd(34)}${values.map((value) => String(value).padStart(10)).join('')}`;
}
