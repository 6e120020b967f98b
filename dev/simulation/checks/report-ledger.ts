import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import type { ViolationLog } from './violation-log.ts';

interface Entry {
  /** What the report is about, whatever its words. */
  problem: string;
  caseId: string | null;
}

/** Keeps the journal of all that was sent, outside of the system, and sees where it went. */
export class ReportLedger {
  readonly #log: ViolationLog;
  readonly #reports = new Map<string, Entry>();
  /** The open case of each problem. */
  readonly #open = new Map<string, string>();
  attached = 0;

  constructor(log: ViolationLog) {
    this.#log = log;
  }

  get received(): number {
    return this.#reports.size;
  }

  sent(reportId: string, problem: string): void {
    this.#reports.set(reportId, { problem, caseId: null });
  }

  opened({ caseId, reportIds }: CaseState): void {
    const problem = this.#problemOf(reportIds);
    const other = this.#open.get(problem);
    this.#log.unless(other === undefined, 'oneOpenCase', caseId, () => `${problem} is open as ${other} too`);
    this.#open.set(problem, caseId);
  }

  ended({ caseId, reportIds }: CaseState): void {
    const problem = this.#problemOf(reportIds);
    if (this.#open.get(problem) === caseId) this.#open.delete(problem);
  }

  /** A case says that it has taken these in. */
  placed(reportIds: string[], caseId: string): void {
    for (const reportId of reportIds) {
      const entry = this.#reports.get(reportId);
      if (!entry) {
        this.#log.add('oneCase', caseId, `nobody has sent ${reportId}`);
        continue;
      }
      const { caseId: earlier } = entry;
      this.#log.unless(
        earlier === null || earlier === caseId,
        'oneCase',
        caseId,
        () => `${reportId} is in ${earlier} too`,
      );
      entry.caseId ??= caseId;
    }
  }

  /** At the end. */
  settle(): void {
    for (const [reportId, { caseId, problem }] of this.#reports) {
      this.#log.unless(caseId !== null, 'oneCase', null, () => `${reportId} (${problem}) is in no case`);
    }
  }

  #problemOf([first = '']: string[]): string {
    return this.#reports.get(first)?.problem ?? first;
  }
}
