import type { Store } from '../store/store.ts';
import type { ComplaintActivities, DeadlinePlan } from '../workflows/complaint/complaint-activity-port.ts';
import { defaultDeskSettings } from '../store/desks/default-desk-settings.ts';
import { deadlineOf } from './deadline-plan.ts';
import type { EnginePort } from './engine-port.ts';
import { hasBeenPublished, type CasePublisher } from '../publishing/case-publisher.ts';
import { giveOwnCase } from './report-detaching.ts';
import { initialRotation } from '../store/rotations/initial-rotation.ts';

/** The activities of the complaint workflow on this store and engine. */
export function complaintActivities({
  store,
  engine,
  publisher,
}: {
  store: Store;
  engine: EnginePort;
  publisher: CasePublisher;
}): ComplaintActivities {
  const ensureRotation: ComplaintActivities['ensureRotation'] = async (key) => {
    if (await engine.isRotationRunning(key)) return;
    await engine.startRotation(await initialRotation(store, key));
  };
  return {
    planDeadline: async (plan) => (await instantsOf(store, [plan]))[0] ?? 0,

    planDeadlines: (plans) => instantsOf(store, plans),

    async publishCase(record) {
      await publisher.publish(record);
      const { view, detachments = [] } = record;
      await Promise.all(detachments.map((detachment) => giveOwnCase({ store, engine }, view, detachment)));
    },

    hasBeenPublished: (question) => hasBeenPublished(store, question),

    openForwarder: (forwarder) => engine.openForwarder(forwarder),

    async requestTurn({ deskId, tier, request }) {
      const key = { deskId, tier };
      if ((await engine.requestTurn(key, request)) === 'delivered') return;
      await ensureRotation(key);
      if ((await engine.requestTurn(key, request)) === 'gone') throw new Error(`the rotation of ${tier} does not stay`);
    },

    ensureRotation,
  };
}

async function instantsOf(store: Store, plans: DeadlinePlan[]): Promise<number[]> {
  const [first] = plans;
  const settings = (first && (await store.desks.find(first.deskId))?.settings) ?? defaultDeskSettings;
  return plans.map(({ deskId: _same, ...wanted }) => deadlineOf(settings, wanted));
}
