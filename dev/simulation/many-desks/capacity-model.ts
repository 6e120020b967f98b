import type { GroupLoad } from './load-figures.ts';
import type { LoadKind } from './many-desks-types.ts';
import type { InputValues } from './measured-inputs.ts';
import type { SteadyState } from './steady-state.ts';

/** People of a desk who have a page open. */
const staffOfDesk = 24;
const workingDaysOfYear = 240;
/** Ended cases stay in Temporal for the retention, and run for some eight days before. */
const daysInTemporal = 30 + 8;
/** What the manifests for Kubernetes choose. */
export const chosenShards = 512;
/** Documents that one publication writes beside notifications: the case, its timeline, what its reports say of it. */
const writesOfPublication = 3;

/** What a resource must carry in the busiest minute, or keep, and what one unit of it can. */
export interface ResourceUse {
  resource: string;
  demand: number;
  /** Of one unit. */
  capacity: number;
  unit: string;
  /** demand / capacity: above 1 one unit is too little. */
  share: number;
  /** How many units it takes. */
  units: number;
  /** What is done about it. */
  remedy: string;
  /** Whether another process of the same kind is all that it takes. */
  isAddable: boolean;
}

export interface CapacityQuestion {
  inputs: InputValues;
  /** What one desk does once it has run for a while. */
  steady: SteadyState;
  /** What so many desks do on a Monday. */
  load: GroupLoad;
  /** Messages a second of the busiest rotation in its busiest minute. */
  busiestRotation: number;
  /** The load of the busiest of the chosen history shards over the mean. */
  shardSkew: number;
}

/**
 * Holds what so many desks need against what one unit of each resource gives: two cores, one process, one server.
 *
 * The simulated Monday begins with no case; so each peak is raised by what a desk does on a usual day over what it did then.
 */
export function resourceUses({ busiestRotation, inputs, load, shardSkew, steady }: CapacityQuestion): ResourceUse[] {
  const { desks } = load;
  const peak = (kind: LoadKind): number => {
    const ofMonday = load[kind].total / desks;
    return load[kind].minute * Math.max(1, ofMonday === 0 ? 1 : steady.perDay[kind] / ofMonday);
  };
  const attached = Math.max(0, peak('reports') - peak('cases'));
  const transitions = peak('cases') * (inputs.transitionsPerCase + inputs.rotationTransitionsPerCase);
  const notifications = peak('publications') * inputs.notificationsPerPublication;
  const casesOfDay = steady.perDay.cases * desks;
  const use = (
    resource: string,
    [demand, capacity, unit]: [number, number, string],
    remedy: string,
    isAddable = true,
  ): ResourceUse => {
    const share = demand / capacity;
    return { resource, demand, capacity, unit, share, units: Math.max(1, Math.ceil(share)), remedy, isAddable };
  };
  return [
    use(
      'a machine of two cores',
      [peak('cases') * inputs.cpuPerCase + attached * inputs.cpuPerAttached, 2, 'CPU s/s'],
      'more workers and API processes',
    ),
    use(
      'a worker: places in its cache',
      [steady.unsolved * desks, inputs.cachedCases, 'unsolved cases'],
      'more workers, or a larger WORKFLOW_CACHE_SIZE',
    ),
    use('an API process: streams', [staffOfDesk * desks, inputs.streamsOfProcess, 'pages open'], 'more API processes'),
    use(
      'an API process: following the feed',
      [(peak('publications') + notifications) * inputs.feedLookBack, inputs.feedOfProcess, 'documents/s'],
      'a feed for each desk: every process reads all',
      false,
    ),
    use(
      'a single history shard, as npm start has it',
      [transitions, 1 / inputs.secondsPerTransition, 'state transitions/s'],
      'more shards, from the first start on',
    ),
    use(
      `the busiest of ${chosenShards} history shards`,
      [(transitions * shardSkew) / chosenShards, 1 / inputs.secondsPerTransition, 'state transitions/s'],
      'none',
      false,
    ),
    use(
      'Temporal’s database',
      [transitions, inputs.transitionsOfDatabase, 'state transitions/s'],
      'a larger server; then Cassandra, or a second Temporal for other desks',
      false,
    ),
    use('a rotation', [busiestRotation, inputs.turnsOfRotation, 'messages/s'], 'none needed: desks shard', false),
    use(
      'the store’s primary',
      [peak('publications') * writesOfPublication + notifications + peak('reports'), inputs.writesOfStore, 'writes/s'],
      'a larger server; then shards',
      false,
    ),
    use(
      'disk of the store, a year',
      [casesOfDay * workingDaysOfYear * inputs.storePerCase, inputs.disk, 'MB'],
      'shards, or an archive',
      false,
    ),
    use(
      'disk of Temporal’s database',
      [casesOfDay * daysInTemporal * inputs.historyPerCase, inputs.disk, 'MB'],
      'a shorter retention',
      false,
    ),
  ];
}

/** What is used up first; `isAddable: false` leaves out what another process cures. */
export function firstBottleneck(
  uses: readonly ResourceUse[],
  { isAddable }: { isAddable?: boolean } = {},
): ResourceUse | undefined {
  const asked = uses.filter((use) => isAddable === undefined || use.isAddable === isAddable);
  return [...asked].sort((one, other) => other.share - one.share)[0];
}
