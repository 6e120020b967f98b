import type { CaseAddress, CaseRun } from './engine-types.ts';

/** Milliseconds. A run that only sends reports on to a case may send them to another some day, and is called by it. */
const knownFor = 10_000;

/** Under how many IDs; of more, those are forgotten that were seen first. */
const mostKnown = 1_000;

/** A run that has been seen running, by its own id: nothing that is sent to it reaches another. */
export type KnownRun = Pick<CaseRun, 'caseId' | 'number'> & { runId: string };

/** The runs that this process has seen running a moment ago. Whether they still do, Temporal says. */
export class KnownRuns {
  readonly #runs = new Map<string, KnownRun & { seenAt: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  remember(workflowId: string, run: KnownRun): void {
    this.#runs.delete(workflowId);
    this.#runs.set(workflowId, { ...run, seenAt: this.#clock() });
    const [first] = this.#runs.keys();
    if (this.#runs.size > mostKnown && first !== undefined) this.#runs.delete(first);
  }

  /** Whatever was seen there a moment ago. */
  find(workflowId: string): KnownRun | null {
    const found = this.#runs.get(workflowId);
    return found && this.#clock() - found.seenAt < knownFor ? found : null;
  }

  /** A run of this very case, however long ago it was seen: that a run is of a case never changes. */
  ofCase({ caseId, workflowId }: CaseAddress): KnownRun | null {
    const found = this.#runs.get(workflowId);
    return found?.caseId === caseId ? found : null;
  }

  /** Unless another has taken its place meanwhile. */
  forget(workflowId: string, { runId }: KnownRun): void {
    if (this.#runs.get(workflowId)?.runId === runId) this.#runs.delete(workflowId);
  }
}
