/** A figure that the arithmetic of docs/scaling.md starts from. */
export interface Input {
  what: string;
  value: number;
  unit: string;
  /** Where it was measured; for what is assumed, why so. */
  source: string;
  /** `code`: a constant of this repository. */
  kind: 'measured' | 'assumed' | 'code';
}

/**
 * To be replaced by what docs/performance.md measures. Of what nobody has measured the more cautious value stands here.
 */
export const inputs = {
  cpuPerCase: {
    what: 'CPU of all processes for a case, from its report to its solution',
    value: 0.17,
    unit: 's',
    source: 'performance.md, lane http, the fallback store and the client included',
    kind: 'measured',
  },
  cpuPerAttached: {
    what: 'CPU of all processes for a report that joins a running case',
    value: 0.06,
    unit: 's',
    source: 'a third of a case: no turn, no assignment',
    kind: 'assumed',
  },
  transitionsPerCase: {
    what: 'state transitions of a case from start to end',
    value: 12,
    unit: '',
    source: '6 to its resolution, held by test/e2e/state-transitions.test.ts, and 6 to close (ADR 31)',
    kind: 'measured',
  },
  rotationTransitionsPerCase: {
    what: 'state transitions of its rotation, when it comes alone',
    value: 17,
    unit: '',
    source: 'test/e2e/state-transitions.test.ts; 3 in a burst',
    kind: 'measured',
  },
  secondsPerTransition: {
    what: 'a history shard is held by one state transition for',
    value: 0.01,
    unit: 's',
    source: 'one transaction on PostgreSQL over a network',
    kind: 'assumed',
  },
  transitionsOfDatabase: {
    what: 'state transitions that one PostgreSQL server of 8 cores carries',
    value: 2000,
    unit: '/s',
    source: 'each is one transaction of some ten rows',
    kind: 'assumed',
  },
  turnsOfRotation: {
    what: 'messages that one rotation carries, drained in batches',
    value: 100,
    unit: '/s',
    source: 'two for each turn, and 76 turns a second were dealt over 10,000 (performance.md), rounded down',
    kind: 'measured',
  },
  cachedCases: {
    what: 'workflows that one worker keeps in memory',
    value: 1000,
    unit: '',
    source: 'WORKFLOW_CACHE_SIZE, settings/worker-settings.ts',
    kind: 'code',
  },
  memoryPerCachedCase: {
    what: 'memory of a workflow in that cache',
    value: 0.5,
    unit: 'MB',
    source: 'state, history and sandbox of a case; a rotation has more',
    kind: 'assumed',
  },
  streamsOfProcess: {
    what: 'live event streams of one API process',
    value: 2000,
    unit: '',
    source: 'api/events/stream-limits.ts',
    kind: 'code',
  },
  feedLookBack: {
    what: 'seconds of writes that each look at the feed reads, once a second, in each API process',
    value: 30,
    unit: 's',
    source: 'api/events/feed-tail.ts: 20 s back, in slots of 10 s',
    kind: 'code',
  },
  feedOfProcess: {
    what: 'documents a second that one API process reads for it with a fifth of a core',
    value: 5000,
    unit: '/s',
    source: '40 µs each',
    kind: 'assumed',
  },
  notificationsPerPublication: {
    what: 'notifications that are written with a case',
    value: 1.5,
    unit: '',
    source: 'the agent, now and then the reporters',
    kind: 'assumed',
  },
  writesOfStore: {
    what: 'documents a second that one MongoDB primary writes with w=majority',
    value: 5000,
    unit: '/s',
    source: '4 cores and an SSD',
    kind: 'assumed',
  },
  storePerCase: {
    what: 'store for a case: reports, timeline, read model, notifications, with indexes',
    value: 0.02,
    unit: 'MB',
    source: 'some 25 documents; without attachments',
    kind: 'assumed',
  },
  historyPerCase: {
    what: 'Temporal’s database for a case and its share of the rotation',
    value: 0.05,
    unit: 'MB',
    source: 'some 100 events of 0.5 kB; kept for the retention of 30 days',
    kind: 'assumed',
  },
  disk: {
    what: 'disk of one database server',
    value: 1_000_000,
    unit: 'MB',
    source: '1 TB',
    kind: 'assumed',
  },
} as const satisfies Record<string, Input>;

type InputName = keyof typeof inputs;

/** The values alone, as the model takes them. */
export type InputValues = Record<InputName, number>;

export function inputValues(): InputValues {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value])) as InputValues;
}
