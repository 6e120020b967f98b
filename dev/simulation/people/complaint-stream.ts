import type { ReportLedger } from '../checks/report-ledger.ts';
import type { RandomSource } from '../world/random-source.ts';
import type { ReportIntake } from '../world/report-intake.ts';
import { day, hour, minute, second } from '../world/simulated-network.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import { startOfDay, dayOf } from '../world/working-clock.ts';
import { factsOf, newProblem, type Problem } from './problem-texts.ts';
import { submitterOf } from './simulated-people.ts';

/** How many problems are remembered, from which old ones come back. */
const remembered = 400;

/** All that is sent to the desk: 60 to 120 problems a working day, some of them by a whole office. */
export class ComplaintStream {
  readonly #desk: SimulatedDesk;
  readonly #intake: ReportIntake;
  readonly #ledger: ReportLedger;
  readonly #random: RandomSource;
  readonly #recent: Problem[] = [];
  /** By fingerprint, so that somebody may send it again. */
  readonly #problems = new Map<string, Problem>();
  #problemNo = 0;
  #reportNo = 0;

  constructor(parts: { desk: SimulatedDesk; intake: ReportIntake; ledger: ReportLedger; random: RandomSource }) {
    this.#desk = parts.desk;
    this.#intake = parts.intake;
    this.#ledger = parts.ledger;
    this.#random = parts.random;
  }

  /** What comes on this day (its midnight in Jakarta). */
  planDay(midnight: number): void {
    const random = this.#random;
    const isWorkingDay = this.#desk.clock.isWorkingDay(midnight + 12 * hour);
    const count = isWorkingDay ? random.between(60, 120) : random.between(0, 8);
    for (let no = 0; no < count; no += 1) this.#at(this.#moment(midnight, isWorkingDay), () => this.#problem());
    const bursts = isWorkingDay ? random.between(0, 3) : 0;
    for (let no = 0; no < bursts; no += 1) this.#at(this.#moment(midnight, true), () => this.#burst());
  }

  /** Somebody of the office sends it once more. */
  again(fingerprint: string): void {
    const problem = this.#problems.get(fingerprint);
    if (problem) this.send(problem);
  }

  /** Several people of the office send it within a few seconds around that instant. */
  crowd(fingerprint: string, instant: number): void {
    const problem = this.#problems.get(fingerprint);
    if (!problem) return;
    const count = this.#random.between(2, 6);
    for (let no = 0; no < count; no += 1) {
      this.#at(instant + this.#random.between(-second, 2 * second), () => this.send(problem));
    }
  }

  send(problem: Problem): void {
    const facts = factsOf(problem, this.#random, this.#desk.setup.machines);
    this.#problems.set(facts.fingerprint, problem);
    this.#reportNo += 1;
    const no = this.#reportNo;
    const { now } = this.#desk.network;
    const number = `${dayOf(now).slice(2).replaceAll('-', '')}-${no.toString(36).toUpperCase().padStart(5, '0')}`;
    const reportId = `report-${no}`;
    this.#ledger.sent(reportId, problem.name);
    this.#intake.submit(facts, {
      ...{ reportId, title: facts.title, receivedAt: new Date(now).toISOString() },
      submitterId: submitterOf(problem.officeId, this.#random.between(0, 39)),
      candidate: { caseId: `case-${no}`, number },
    });
  }

  #problem(): void {
    const random = this.#random;
    const isOld = random.chance(0.08) && this.#recent.length > 0;
    const problem = isOld ? random.pick(this.#recent) : this.#new();
    this.send(problem);
    // Sending it again would be faster, many believe.
    if (random.chance(0.1)) this.#repeat(problem, random.between(1, 3), 4 * hour);
  }

  /** Something is down at a whole office. */
  #burst(): void {
    const problem = this.#new();
    this.send(problem);
    this.#repeat(problem, this.#random.between(5, 40), this.#random.pick([3 * second, minute, 20 * minute]));
  }

  #repeat(problem: Problem, times: number, within: number): void {
    for (let no = 0; no < times; no += 1) {
      this.#at(this.#desk.network.now + this.#random.between(0, within), () => this.send(problem));
    }
  }

  #new(): Problem {
    this.#problemNo += 1;
    const { deskId } = this.#desk.setup;
    const problem = { ...newProblem(this.#problemNo, this.#random), deskId };
    this.#recent.push(problem);
    if (this.#recent.length > remembered) this.#recent.shift();
    return problem;
  }

  /** Most in working hours, more in the morning; some at any hour. */
  #moment(midnight: number, isWorkingDay: boolean): number {
    const random = this.#random;
    if (!isWorkingDay || random.chance(0.08)) return midnight + random.between(0, day - 1);
    const begin = startOfDay(dayOf(midnight)) + 7.5 * hour;
    return begin + Math.floor(9.5 * hour * Math.min(random.next(), 0.3 + 0.7 * random.next()));
  }

  #at(instant: number, happen: () => void): void {
    this.#desk.network.at(instant, happen);
  }
}
