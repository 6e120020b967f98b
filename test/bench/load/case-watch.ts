import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../store/store.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';

const patienceMs = 60_000;
/** Milliseconds between two looks at all that are assigned. */
const lookEveryMs = 100;
/** More are never assigned and not acknowledged at once: what is watched is as much as runs in parallel. */
const mostAssigned = 500;

interface Waiting {
  seen: (view: CaseView) => void;
  fail: (error: Error) => void;
  until: number;
}

/**
 * Sees in the read model that cases have got their agents: one look for all that wait, so that watching costs the store
 * as good as nothing. Cases have to be acknowledged once they are seen.
 */
export class CaseWatch {
  readonly #store: Pick<Store, 'cases'>;
  readonly #deskId: string;
  readonly #waiting = new Map<string, Waiting>();
  #looking = false;

  constructor(store: Pick<Store, 'cases'>, deskId: string) {
    this.#store = store;
    this.#deskId = deskId;
  }

  /** @throws Error when the case has no agent within a minute */
  assigned(caseId: string): Promise<CaseView & { agentId: string }> {
    return new Promise((resolve, fail) => {
      const seen = (view: CaseView) => resolve({ ...view, agentId: view.agentId ?? '' });
      this.#waiting.set(caseId, { seen, fail, until: Date.now() + patienceMs });
      if (!this.#looking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      for (; this.#waiting.size > 0; await pause(lookEveryMs)) await this.#lookOnce();
    } catch (error) {
      for (const { fail } of this.#waiting.values()) fail(error instanceof Error ? error : new Error(String(error)));
      this.#waiting.clear();
    } finally {
      this.#looking = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const { items } = await this.#store.cases.list(
      { deskId: this.#deskId, status: 'assigned' },
      { limit: mostAssigned },
    );
    for (const view of items) {
      this.#waiting.get(view.caseId)?.seen(view);
      this.#waiting.delete(view.caseId);
    }
    for (const [caseId, { fail, until }] of this.#waiting) {
      if (Date.now() < until) continue;
      fail(new Error(`case ${caseId} has no agent after ${patienceMs / 1_000} s`));
      this.#waiting.delete(caseId);
    }
  }
}

/** Between two looks at one case: at least so many milliseconds, and at least this share of the time that it has taken. */
const [shortestMs, lookShare] = [20, 0.12];

/**
 * Waits until the read model shows the case like that. The longer it takes, the more seldom it is looked at: what is
 * measured must not be what the looking costs. So the time that is seen may be an eighth too long, and never too short.
 *
 * @throws StillWaiting when it does not in time
 */
export async function untilShown(
  { cases }: Pick<Store, 'cases'>,
  caseId: string,
  isSo: (view: CaseView) => boolean,
  limitMs = patienceMs,
): Promise<CaseView> {
  const began = Date.now();
  for (let waited = 0; waited < limitMs; waited = Date.now() - began) {
    const view = await cases.find(caseId);
    if (view !== null && isSo(view)) return view;
    await pause(Math.max(shortestMs, (Date.now() - began) * lookShare));
  }
  throw new StillWaiting(`case ${caseId} is not shown as it should be after ${limitMs / 1_000} s`);
}

export class StillWaiting extends Error {}

export const isResolved = ({ status }: CaseView): boolean => status === 'resolved';
