import type { CaseFacts, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { second } from './simulated-network.ts';
import type { SimulatedDesk } from './simulated-desk.ts';

const rounds = 5;

/** What the API does with a report once it is stored: opens its case, or attaches it to the one that runs. */
export class ReportIntake {
  readonly #desk: SimulatedDesk;

  constructor(desk: SimulatedDesk) {
    this.#desk = desk;
  }

  submit(facts: CaseFacts, report: ReportRef): void {
    const { network, setup } = this.#desk;
    this.#place(facts, report, rounds);
    // An answer is lost, and the client sends the same request with the same key again.
    if (setup.random.chance(0.03)) {
      network.after(setup.random.between(5 * second, 40 * second), () => this.#place(facts, report, rounds));
    }
  }

  /** As placeReport: each step is a call of its own, and anything may happen between two of them. */
  #place(facts: CaseFacts, report: ReportRef, left: number): void {
    const { network, records } = this.#desk;
    if (records.placements.has(report.reportId)) return;
    if (left === 0) {
      // The sweeper comes back to it.
      network.after(30 * second, () => this.#place(facts, report, rounds));
      return;
    }
    const previousCaseId = records.previousCaseId(facts.fingerprint);
    network.work(network.latency(), () => {
      const started = this.#desk.startCase({ facts, firstReport: report, previousCaseId });
      if (started === 'started') return;
      network.work(network.latency(), () => this.#attach(facts, report, left));
    });
  }

  #attach(facts: CaseFacts, report: ReportRef, left: number): void {
    const { network } = this.#desk;
    const workflowId = complaintWorkflowId(facts);
    const run = this.#desk.cases.get(workflowId);
    if (run?.state.caseId === report.candidate.caseId) return;
    if (!run) return this.#place(facts, report, left - 1);
    network.work(network.latency(), () => {
      const delivery = this.#desk.signalCase(workflowId, { type: 'reportAttached', report });
      if (delivery === 'gone') this.#place(facts, report, left - 1);
    });
  }
}
