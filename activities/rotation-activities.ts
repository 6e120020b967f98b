import { Context } from '@temporalio/activity';
import type { Store } from '../store/store.ts';
import type { Turn } from '../store/turns/turn-repository.ts';
import type { CasePublisher } from '../publishing/case-publisher.ts';
import type { CaseRecord } from '../workflows/complaint/complaint-publishing-types.ts';
import type { RotationActivities } from '../workflows/rotation/rotation-activity-port.ts';
import type { RotationHead, RotationView, TurnGrant, TurnWithdrawal } from '../workflows/rotation/rotation-types.ts';
import type { EnginePort } from './engine-port.ts';

/** Grants under way at once: enough to hide the round trip, few enough to leave the server some air. */
const parallelSends = 16;

/** Milliseconds between two signs of life: well below the rotation's heartbeat time-out. */
const beatEvery = 1_000;

/** How far an attempt has come: the next one goes on from there. */
interface Progress {
  sentRequestIds: string[];
  undeliverableRequestIds: string[];
}

interface RotationDeps {
  store: Store;
  engine: EnginePort;
  publisher: CasePublisher;
}

/** The activities of the rotation workflow on this store and engine. */
export function rotationActivities({ store, engine, publisher }: RotationDeps): RotationActivities {
  return {
    async dealTurns({ grants, view }) {
      // Not awaited before the cases: they need their agent even while the store is away.
      const recorded = store.turns.append(turnsOf(view, grants));
      recorded.catch(() => undefined);
      const deal = new Dealing({ engine, publisher, view, recorded });
      const undeliverableRequestIds = await sendAll(grants, (grant) => deal.send(grant));
      await recorded;
      deal.throwIfUnpublished();
      await store.rotations.record(view);
      return { undeliverableRequestIds };
    },

    async withdrawTurns({ tier, withdrawals }) {
      const send = (withdrawal: TurnWithdrawal) => engine.withdrawTurn(tier, withdrawal);
      return { undeliverableRequestIds: await sendAll(withdrawals, send) };
    },

    async recordRotation(view) {
      await store.rotations.record(view);
    },
  };
}

interface DealingDeps {
  engine: EnginePort;
  publisher: CasePublisher;
  view: RotationView | RotationHead;
  /** The turns are in the store: whoever sees a case with its agent finds the turn that it took. */
  recorded: Promise<unknown>;
}

/**
 * One attempt to answer a batch. A case that takes its grant answers with what has become of it, and that is published
 * here: the activity is tried again until it is. The same grant again gets the same answer from Temporal.
 */
class Dealing {
  readonly #deps: DealingDeps;
  /** False once a case has not answered: then no worker is there for cases, and the rest is left with them. */
  #patiently = true;
  #failure: { error: unknown } | null = null;

  constructor(deps: DealingDeps) {
    this.#deps = deps;
  }

  /** `undone` when the case has its agent but nobody can read it yet: the next attempt sends the grant again. */
  async send(grant: TurnGrant): Promise<'delivered' | 'gone' | 'undone'> {
    const { engine, view } = this.#deps;
    const outcome = await engine.grantTurn(view, grant, { patiently: this.#patiently });
    if (outcome.kind === 'gone') return 'gone';
    if (outcome.kind === 'left') this.#patiently = false;
    else if (outcome.record) return this.#publish(outcome.record);
    return 'delivered';
  }

  throwIfUnpublished(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** A store that is away must not keep the other cases from their agents: then they are not published in this attempt. */
  async #publish(record: CaseRecord): Promise<'delivered' | 'undone'> {
    if (this.#failure) return 'undone';
    try {
      await this.#deps.recorded;
      await this.#deps.publisher.publish(record);
      return 'delivered';
    } catch (error) {
      this.#failure = { error };
      return 'undone';
    }
  }
}

/**
 * Sends them all, a few at a time; answers with the requests whose case is gone. A batch may be large and Temporal slow:
 * without a sign of life in between, attempt after attempt would time out and begin again.
 */
async function sendAll<Item extends { requestId: string }>(
  items: Item[],
  send: (item: Item) => Promise<'delivered' | 'gone' | 'undone'>,
): Promise<string[]> {
  const { heartbeat, info } = Context.current();
  const before = info.heartbeatDetails as Progress | undefined;
  const sent = new Set(before?.sentRequestIds);
  const gone = new Set(before?.undeliverableRequestIds);
  const queue = items.filter(({ requestId }) => !sent.has(requestId));
  const beat = (): void => heartbeat({ sentRequestIds: [...sent], undeliverableRequestIds: [...gone] });
  let lastBeat = Date.now();
  const sender = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const outcome = await send(item);
      if (outcome === 'gone') gone.add(item.requestId);
      if (outcome !== 'undone') sent.add(item.requestId);
      if (Date.now() - lastBeat < beatEvery) continue;
      lastBeat = Date.now();
      beat();
    }
  };
  await Promise.all(Array.from({ length: parallelSends }, sender));
  beat();
  return [...gone];
}

function turnsOf({ deskId, tier }: RotationView | RotationHead, grants: TurnGrant[]): Turn[] {
  return grants.flatMap(({ seq, requestId, caseId, attempt, agentId, at }) =>
    seq === null ? [] : [{ deskId, tier, seq, requestId, caseId, attempt, agentId, at }],
  );
}
