import { Context } from '@temporalio/activity';
import type { Store } from '../store/store.ts';
import type { Turn } from '../store/turns/turn-repository.ts';
import type { RotationActivities } from '../workflows/rotation/rotation-activity-port.ts';
import type { RotationView, TurnGrant, TurnWithdrawal } from '../workflows/rotation/rotation-types.ts';
import type { EnginePort } from './engine-port.ts';

/** Signals under way at once: enough to hide the round trip, few enough to leave the server some air. */
const parallelSignals = 16;

/** Milliseconds between two signs of life: well below the rotation's heartbeat time-out. */
const beatEvery = 1_000;

/** How far an attempt has come: the next one goes on from there. */
interface Progress {
  sentRequestIds: string[];
  undeliverableRequestIds: string[];
}

/** The activities of the rotation workflow on this store and engine. */
export function rotationActivities({ store, engine }: { store: Store; engine: EnginePort }): RotationActivities {
  return {
    async dealTurns({ grants, view }) {
      // Cases first: they need their agent even while the store is away. A retry does not send them again.
      const undeliverableRequestIds = await sendAll(grants, (grant) => engine.grantTurn(view, grant));
      await store.turns.append(turnsOf(view, grants));
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

/**
 * Sends them all, a few at a time; answers with the requests whose case is gone. A batch may be large and Temporal slow:
 * without a sign of life in between, attempt after attempt would time out and begin again.
 */
async function sendAll<Item extends { requestId: string }>(
  items: Item[],
  send: (item: Item) => Promise<'delivered' | 'gone'>,
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
      if ((await send(item)) === 'gone') gone.add(item.requestId);
      sent.add(item.requestId);
      if (Date.now() - lastBeat < beatEvery) continue;
      lastBeat = Date.now();
      beat();
    }
  };
  await Promise.all(Array.from({ length: parallelSignals }, sender));
  beat();
  return [...gone];
}

function turnsOf({ deskId, tier }: RotationView, grants: TurnGrant[]): Turn[] {
  return grants.flatMap(({ seq, requestId, caseId, attempt, agentId, at }) =>
    seq === null ? [] : [{ deskId, tier, seq, requestId, caseId, attempt, agentId, at }],
  );
}
