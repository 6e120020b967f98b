import { Context } from '@temporalio/activity';
import type { Store } from '../store/store.ts';
import type { Turn } from '../store/turns/turn-repository.ts';
import type { RotationActivities } from '../workflows/rotation/rotation-activity-port.ts';
import type { RotationView, TurnGrant, TurnWithdrawal } from '../workflows/rotation/rotation-types.ts';
import type { EnginePort } from './engine-port.ts';

/** Signals under way at once: enough to hide the round trip, few enough to leave the server some air. */
const parallelSignals = 16;

/** The activities of the rotation workflow on this store and engine. */
export function rotationActivities({ store, engine }: { store: Store; engine: EnginePort }): RotationActivities {
  return {
    async dealTurns({ grants, view }) {
      // Cases first: they need their agent even while the store is away. A retry does not send them again.
      const undeliverableRequestIds = sentBefore() ?? (await sendAll(grants, (grant) => engine.grantTurn(view, grant)));
      Context.current().heartbeat({ undeliverableRequestIds });
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

function sentBefore(): string[] | undefined {
  const details = Context.current().info.heartbeatDetails as { undeliverableRequestIds: string[] } | undefined;
  return details?.undeliverableRequestIds;
}

/** Sends them all, a few at a time; answers with the requests whose case is gone. */
async function sendAll<Item extends { requestId: string }>(
  items: Item[],
  send: (item: Item) => Promise<'delivered' | 'gone'>,
): Promise<string[]> {
  const queue = [...items];
  const gone: string[] = [];
  const sender = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      if ((await send(item)) === 'gone') gone.push(item.requestId);
    }
  };
  await Promise.all(Array.from({ length: parallelSignals }, sender));
  return gone;
}

function turnsOf({ deskId, tier }: RotationView, grants: TurnGrant[]): Turn[] {
  return grants.flatMap(({ seq, requestId, caseId, attempt, agentId, at }) =>
    seq === null ? [] : [{ deskId, tier, seq, requestId, caseId, attempt, agentId, at }],
  );
}
