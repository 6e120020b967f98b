export interface RunningWorkflow {
  type: string;
  workflowId: string;
  runId: string;
}

/**
 * Keeps at most so many workflows of each type, each as likely as any other (reservoir sampling): old ones, which older
 * code began, and new ones. Holds no more than it keeps.
 */
export class RunningSample {
  readonly #most: number;
  readonly #random: () => number;
  readonly #offered = new Map<string, number>();
  readonly #kept = new Map<string, RunningWorkflow[]>();

  constructor(mostOfEachType: number, random: () => number = Math.random) {
    this.#most = mostOfEachType;
    this.#random = random;
  }

  offer(workflow: RunningWorkflow): void {
    const { type } = workflow;
    const offered = (this.#offered.get(type) ?? 0) + 1;
    this.#offered.set(type, offered);
    const kept = this.#kept.get(type) ?? [];
    this.#kept.set(type, kept);
    if (kept.length < this.#most) kept.push(workflow);
    else {
      const place = Math.floor(this.#random() * offered);
      if (place < this.#most) kept[place] = workflow;
    }
  }

  /** How many of each type were offered. */
  get running(): [type: string, count: number][] {
    return [...this.#offered];
  }

  drawn(): RunningWorkflow[] {
    return [...this.#kept.values()].flat();
  }
}
