import { nextReturnAt } from '../../../workflows/rotation/rotation-roster.ts';
import type {
  RotationEvent,
  RotationState,
  TurnGrant,
  TurnWithdrawal,
} from '../../../workflows/rotation/rotation-types.ts';
import type { Delivery, RotationWorld } from './world-ports.ts';

/** A running rotation, wired as its workflow: all that has arrived is decided at once, then answered as a batch. */
export class RotationRun {
  state: RotationState;
  readonly #world: RotationWorld;
  readonly #inbox: RotationEvent[] = [];
  #isBusy = false;
  #timerAt: number | null = null;

  constructor(world: RotationWorld, state: RotationState) {
    this.#world = world;
    this.state = state;
  }

  receive(event: RotationEvent): void {
    this.#inbox.push(event);
    this.#wake();
  }

  #wake(): void {
    if (this.#isBusy || this.#inbox.length === 0) return;
    this.#isBusy = true;
    // A workflow task begins a little after the signal that it is for; what comes meanwhile goes along.
    this.#world.network.work(this.#world.random.between(1, 10), () => this.#drain());
  }

  #drain(): void {
    const { machines, network, watch } = this.#world;
    const grants: TurnGrant[] = [];
    const withdrawals: TurnWithdrawal[] = [];
    for (const event of this.#inbox.splice(0)) {
      const before = this.state;
      const rotated = machines.rotate(before, event, network.now);
      watch.rotated({ before, event, rotated });
      this.state = rotated.state;
      grants.push(...rotated.grants);
      withdrawals.push(...rotated.withdrawals);
    }
    this.state = { ...this.state, version: this.state.version + 1 };
    const { tier } = this.state;
    this.#sendAll(
      grants.map(({ workflowId, requestId, agentId, seq }) => ({
        workflowId,
        event: { type: 'turnGranted' as const, requestId, tier, agentId, seq },
      })),
      () =>
        this.#sendAll(
          withdrawals.map(({ workflowId, requestId }) => ({
            workflowId,
            event: { type: 'turnWithdrawn' as const, requestId, reason: 'leave' },
          })),
          () => this.#goOn(),
        ),
    );
  }

  /** Cases that are gone give their agents' places back. */
  #sendAll(
    signals: { workflowId: string; event: Parameters<RotationWorld['signalCase']>[1] }[],
    done: () => void,
  ): void {
    const { network, random, signalCase } = this.#world;
    let open = signals.length;
    const gone: RotationEvent[] = [];
    const answered = (signal: (typeof signals)[number], delivery: Delivery): void => {
      if (delivery === 'gone' && 'requestId' in signal.event) {
        gone.push({ type: 'released', requestId: signal.event.requestId });
      }
      open -= 1;
      if (open > 0) return;
      if (random.chance(0.01)) return this.#sendAll(signals, done);
      this.#inbox.push(...gone);
      done();
    };
    if (open === 0) return network.work(network.latency(), done);
    for (const signal of signals) {
      network.send(
        () => signalCase(signal.workflowId, signal.event),
        (delivery) => answered(signal, delivery),
      );
    }
  }

  #goOn(): void {
    // Continue-as-new: nothing but JSON reaches the next run.
    if (this.#world.random.chance(0.01)) this.state = JSON.parse(JSON.stringify(this.state)) as RotationState;
    this.#arm(nextReturnAt(this.state));
    this.#isBusy = false;
    this.#wake();
  }

  #arm(at: number | null): void {
    if (at === this.#timerAt) return;
    this.#timerAt = at;
    if (at === null) return;
    this.#world.network.at(at, () => {
      if (this.#timerAt !== at) return;
      this.#timerAt = null;
      this.receive({ type: 'absencesEnded' });
    });
  }
}
