import type { EntryPlace } from '../store/timelines/timeline-repository.ts';
import type { Store } from '../store/store.ts';
import type { ComplaintActivities } from '../workflows/complaint/complaint-activity-port.ts';
import { caseStanding } from '../workflows/complaint/complaint-standing-types.ts';
import type { CaseView } from '../workflows/complaint/complaint-types.ts';
import { defaultDeskSettings } from '../store/desks/default-desk-settings.ts';
import { deadlineOf } from './deadline-plan.ts';
import type { CaseLeftServers, EnginePort } from './engine-port.ts';
import type { Notifier } from './notifications/notifier.ts';
import { giveOwnCase } from './report-detaching.ts';
import { initialRotation } from '../store/rotations/initial-rotation.ts';

/** The activities of the complaint workflow on this store and engine. */
export function complaintActivities({
  store,
  engine,
  notifier,
}: {
  store: Store;
  engine: EnginePort;
  notifier: Notifier;
}): ComplaintActivities {
  return {
    async planDeadline({ deskId, ...wanted }) {
      return deadlineOf((await store.desks.find(deskId))?.settings ?? defaultDeskSettings, wanted);
    },

    async publishCase({ view, entries, placedReportIds, texts, releases, leavingAgentIds = [], detachments = [] }) {
      // Before the view: whoever sees the case in a list finds what belongs to it.
      await Promise.all([
        ...texts.map((text) => store.messages.insert({ ...text, at: view.updatedAt })),
        ...placedReportIds.map((reportId) => store.reports.place({ reportId, caseId: view.caseId })),
        store.timelines.append(entries, { place: placeOf(view), standing: caseStanding(view) }),
        notifier.tell(view, entries),
      ]);
      await store.cases.record(view);
      const { deskId } = view;
      await Promise.all([
        ...releases.map((release) => engine.releaseTurn({ deskId, ...release })),
        ...detachments.map((detachment) => giveOwnCase({ store, engine }, view, detachment)),
        ...(await serversLeft(store, view, leavingAgentIds)).map((left) => engine.caseLeft(left)),
      ]);
    },

    openForwarder: (forwarder) => engine.openForwarder(forwarder),

    async ensureRotation(key) {
      if (await engine.isRotationRunning(key)) return;
      await engine.startRotation(await initialRotation(store, key));
    },
  };
}

function placeOf({ deskId, officeId, systemId }: CaseView): EntryPlace {
  return { deskId, officeId, systemId };
}

/** An agent who has left a case needs no session for it on any server of its office. */
async function serversLeft(
  store: Store,
  { caseId, officeId, version }: CaseView,
  agentIds: string[],
): Promise<CaseLeftServers[]> {
  if (agentIds.length === 0) return [];
  const servers = (await store.officeServers.list()).filter((server) => server.officeId === officeId);
  const serverIds = servers.map(({ serverId }) => serverId);
  return agentIds.map((agentId) => ({ officeId, serverIds, caseId, agentId, caseVersion: version }));
}
