import { condition, patched, proxyActivities, proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import type { RotationActivities } from './rotation-activity-port.ts';
import type { RotationEvent, RotationState, TurnGrant } from './rotation-types.ts';
import { rotationDetails, rotationView } from './rotation-view.ts';

// Never a local activity: those run before the workflow task that decided is committed, and a worker killed at that moment
// would leave turns in the world that were never dealt.
const { dealTurns } = proxyActivities<RotationActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' },
});

// Local, and once: it does nothing but keep the workflow task open.
const { gather } = proxyLocalActivities<RotationActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

/** Milliseconds. A first batch is taken to need so long; nothing is gathered for less or for longer. */
const firstGuessMs = 50;
const shortestMs = 20;
const longestMs = 500;

/**
 * Has the cases of a batch told, and meanwhile gathers what arrives. Each signal to a workflow that waits for an activity
 * opens a workflow task of its own, in which there is nothing to decide: three events and two writes of the whole state.
 * While a task is open, the server keeps what arrives for the next one; so the first signal opens one that stays open for
 * as long as the batch will probably need.
 */
export class TurnDealing {
  readonly #inbox: RotationEvent[];
  #usualMs = firstGuessMs;

  constructor(inbox: RotationEvent[]) {
    this.#inbox = inbox;
  }

  /** Answers the whole batch together. Cases that are gone give their agents' places back. */
  async deal(state: RotationState, grants: TurnGrant[]): Promise<RotationEvent[]> {
    setCurrentDetails(rotationDetails(state));
    const summary = `turns up to ${state.seq}: ${grants.length} answered`;
    const dealing = dealTurns.executeWithOptions({ summary }, [{ grants, view: rotationView(state) }]);
    await this.#gatherUntilDealt(dealing);
    const { tookMs, undeliverableRequestIds } = await dealing;
    this.#usualMs = tookMs ?? this.#usualMs;
    return undeliverableRequestIds.map((requestId) => ({ type: 'released', requestId }));
  }

  async #gatherUntilDealt(dealing: Promise<unknown>): Promise<void> {
    const since = Date.now();
    let isDealt = false;
    const settle = (): boolean => (isDealt = true);
    dealing.then(settle, settle);
    for (;;) {
      const count = this.#inbox.length;
      await condition(() => isDealt || this.#inbox.length > count);
      if (isDealt || !patched('signals-are-gathered-while-turns-are-dealt')) return;
      await this.#gather(Date.now() - since);
    }
  }

  /** `elapsedMs`: a batch that takes longer than usual is looked at less and less often. */
  async #gather(elapsedMs: number): Promise<void> {
    const wantedMs = Math.max(this.#usualMs * 1.25 - elapsedMs, elapsedMs / 2, shortestMs);
    try {
      await gather.executeWithOptions({ summary: 'what arrives while turns are dealt' }, [
        { forMs: Math.min(wantedMs, longestMs) },
      ]);
    } catch {
      // A worker that stops wakes it early; it has nothing to say.
    }
  }
}
