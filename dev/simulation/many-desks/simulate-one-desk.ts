import { defaultDeskSettings } from '../../../store/desks/default-desk-settings.ts';
import { complaintWorkflowId, rotationWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { Tier } from '../../../workflows/kernel/tier.ts';
import { checkQuietDesk } from '../checks/quiet-check.ts';
import { ReportLedger } from '../checks/report-ledger.ts';
import { TurnCheck } from '../checks/turn-check.ts';
import { ViolationLog } from '../checks/violation-log.ts';
import { demoRosters, simulatedServers } from '../people/simulated-people.ts';
import { populate } from '../simulate-desk.ts';
import { RandomSource } from '../world/random-source.ts';
import { SimulatedDesk } from '../world/simulated-desk.ts';
import { day, hour, second, SimulatedNetwork } from '../world/simulated-network.ts';
import { realMachines, type StateMachines } from '../world/state-machines.ts';
import { startOfDay } from '../world/working-clock.ts';
import { DeskLoad, type LoadBook } from './load-book.ts';
import type { ManyDesksOptions } from './many-desks-types.ts';

export interface OneDeskOptions extends Pick<ManyDesksOptions, 'days' | 'from' | 'seed'> {
  deskNo: number;
  /** Other state machines than the product's: to see that a mistake is caught. */
  machines?: Partial<StateMachines>;
  /** Looks at the desk at the end of each day. */
  dayEnded?: (desk: SimulatedDesk, midnight: number) => void;
}

/** A problem that is sent again comes within four hours; then nothing of the last day is still to come. */
const untilQuiet = 4.5 * hour;
/** So much later at the latest everything under way has arrived, milliseconds. */
const longestWay = hour;

/** The ledger of reports, which counts them as they are sent. */
class CountingLedger extends ReportLedger {
  readonly #load: DeskLoad;

  constructor(log: ViolationLog, load: DeskLoad) {
    super(log);
    this.#load = load;
  }

  override sent(reportId: string, problem: string): void {
    super.sent(reportId, problem);
    this.#load.count('reports');
  }
}

/**
 * One of many desks. Held against the rule told otherwise are its turns (I3), and against the journal its reports (I1, I2);
 * when all is quiet the books of cases and rotations must agree. What `simulateDesk` checks beside that is left to it.
 */
export function simulateOneDesk(options: OneDeskOptions, book: LoadBook): void {
  const { days, deskNo, from, seed } = options;
  const start = startOfDay(from);
  const random = new RandomSource(`giliran ${seed}, desk ${deskNo}`);
  const network = new SimulatedNetwork(start, random.fork('network'));
  const log = new ViolationLog(() => network.now);
  const load = new DeskLoad(book, deskNo, () => network.now - start);
  const ledger = new CountingLedger(log, load);
  const placed = new Set<string>();
  const rosters = demoRosters();
  const turnCheck = (tier: Tier) => new TurnCheck(rosters[tier], defaultDeskSettings.capacityPerAgent, log);
  const turns = { 'tier-1': turnCheck('tier-1'), 'tier-2': turnCheck('tier-2') };
  const desk = createDesk({ ...options, start, random, network, load, ledger, placed, rosters, turns });
  const { planners } = populate(desk, ledger, random);
  for (let midnight = start; midnight < start + days * day; midnight += day) {
    for (const planner of planners) planner.planDay(midnight);
    network.runUntil(midnight + day - 1);
    options.dayEnded?.(desk, midnight);
  }
  network.runUntil(start + days * day + untilQuiet);
  const latest = network.now + longestWay;
  while (network.now < latest && (network.underWay > 0 || placed.size < ledger.received)) {
    network.runUntil(network.now + second);
  }
  if (network.isStorm) log.add('storm', null, 'more than 100,000 messages in a day');
  ledger.settle();
  checkQuietDesk(desk, log);
  load.close();
  book.result.turns += turns['tier-1'].seq + turns['tier-2'].seq;
  book.result.running += desk.cases.size;
  book.result.violations += log.total;
  book.result.kept.push(...log.kept.map((violation) => ({ ...violation, deskNo })));
}

interface Parts extends OneDeskOptions {
  start: number;
  random: RandomSource;
  network: SimulatedNetwork;
  load: DeskLoad;
  ledger: ReportLedger;
  placed: Set<string>;
  rosters: Record<Tier, string[]>;
  turns: Record<Tier, TurnCheck>;
}

function createDesk(parts: Parts): SimulatedDesk {
  const { days, deskNo, ledger, load, network, placed, random, rosters, start, turns } = parts;
  const deskId = `desk-${deskNo}`;
  return new SimulatedDesk({
    ...{ deskId, network, random: random.fork('runs'), rosters, servers: simulatedServers },
    settings: defaultDeskSettings,
    machines: { ...realMachines, ...parts.machines },
    calendar: { from: start - 30 * day, to: start + (days + 120) * day },
    watch: {
      caseDecided: ({ before, event }) => {
        if (before && event) load.caseHeard(complaintWorkflowId(before.facts));
      },
      deadlinePlanned: () => undefined,
      rotated: ({ before, event, rotated }) => {
        load.rotationHeard(before.tier, rotationWorkflowId({ deskId, tier: before.tier }));
        turns[before.tier].rotated(event, rotated, network.now);
      },
      leased: () => undefined,
    },
    published: ({ caseId, placedReportIds }) => {
      load.count('publications');
      for (const reportId of placedReportIds) placed.add(reportId);
      ledger.placed(placedReportIds, caseId);
    },
    sessionsPublished: () => undefined,
    opened: ({ state }) => {
      load.opened(complaintWorkflowId(state.facts));
      ledger.opened(state);
    },
    ended: (state) => ledger.ended(state),
  });
}
