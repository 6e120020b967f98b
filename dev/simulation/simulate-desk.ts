import { defaultDeskSettings } from '../../store/desks/default-desk-settings.ts';
import { DeskInspection } from './checks/desk-inspection.ts';
import type { ReportLedger } from './checks/report-ledger.ts';
import { deskFigures, type DeskFigures } from './figures/desk-figures.ts';
import { AgentWork } from './people/agent-work.ts';
import { ComplaintStream } from './people/complaint-stream.ts';
import { ServerWork } from './people/server-work.ts';
import { demoRosters, simulatedServers } from './people/simulated-people.ts';
import { StaffCalendar } from './people/staff-calendar.ts';
import { SubmitterLife } from './people/submitter-life.ts';
import { SupervisorActs } from './people/supervisor-acts.ts';
import { RandomSource } from './world/random-source.ts';
import { ReportIntake } from './world/report-intake.ts';
import { SimulatedDesk } from './world/simulated-desk.ts';
import { day, hour, SimulatedNetwork } from './world/simulated-network.ts';
import { realMachines, type StateMachines } from './world/state-machines.ts';
import { startOfDay } from './world/working-clock.ts';

export interface SimulationOptions {
  days: number;
  seed: number;
  /** The first day, YYYY-MM-DD in Jakarta. */
  from: string;
  /** Other state machines than the product's: to see that a mistake is caught. */
  machines?: Partial<StateMachines>;
}

export interface Simulation {
  options: { days: number; seed: number; from: string };
  figures: DeskFigures;
  violations: number;
  /** The first of each kind. */
  kept: DeskInspection['log']['kept'];
}

/** With so many violations the rest is not worth waiting for. */
const enoughViolations = 200;

/** After the last day nothing new comes, and so long is waited until every case has ended. */
const settlingDays = 120;

/** Lower than the product's default, so that people are full now and then. */
const settings = { ...defaultDeskSettings, capacityPerAgent: 5 };

/**
 * So many days of a desk: the product's state machines, with the people, the calendar and the messages around them made
 * up from the seed. The same options give the same answer.
 */
export function simulateDesk({ days, from, machines, seed }: SimulationOptions): Simulation {
  const start = startOfDay(from);
  const random = new RandomSource(`giliran ${seed}`);
  const network = new SimulatedNetwork(start, random.fork('network'));
  const rosters = demoRosters();
  const inspection = new DeskInspection(network, rosters, settings.capacityPerAgent);
  const desk: SimulatedDesk = new SimulatedDesk({
    ...{ deskId: 'layanan', network, random: random.fork('runs'), rosters, servers: simulatedServers, settings },
    machines: { ...realMachines, ...machines },
    calendar: { from: start - 30 * day, to: start + (days + 2 * settlingDays) * day },
    ...inspection.hooks(() => desk),
  });
  const people = populate(desk, inspection.ledger, random);
  const isHopeless = (): boolean => network.isStorm || inspection.log.total >= enoughViolations;
  for (let no = 0; no < days && !isHopeless(); no += 1) {
    const midnight = start + no * day;
    for (const planner of people.planners) planner.planDay(midnight);
    network.runUntil(midnight + 3 * hour);
    inspection.lookAround(desk);
    network.runUntil(midnight + day - 1);
  }
  const end = start + (days + settlingDays) * day;
  while (!isHopeless() && network.runUntil(network.now + day) && network.now < end) inspection.lookAround(desk);
  inspection.settle(desk);
  return {
    options: { days, seed, from },
    figures: deskFigures(inspection, { agents: people.agents, network, servers: people.servers }),
    violations: inspection.log.total,
    kept: inspection.log.kept,
  };
}

/** Gives the desk its people: who sends, who works, who supervises; `planners` plan a day at its midnight. */
export function populate(desk: SimulatedDesk, ledger: ReportLedger, random: RandomSource) {
  const intake = new ReportIntake(desk);
  const stream = new ComplaintStream({ desk, intake, ledger, random: random.fork('complaints') });
  const staff = new StaffCalendar(desk, demoRosters(), random.fork('staff'));
  const servers = new ServerWork(desk, random.fork('servers'));
  const agents = new AgentWork({ desk, staff, servers, random: random.fork('agents') });
  const submitters = new SubmitterLife(desk, stream, random.fork('submitters'));
  const supervisors = new SupervisorActs(desk, staff, random.fork('supervisors'));
  return { agents, servers, submitters, planners: [stream, staff, supervisors] };
}
