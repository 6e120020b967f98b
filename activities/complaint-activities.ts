import type { EntryPlace } from '../store/timelines/timeline-repository.ts';
import type { Store } from '../store/store.ts';
import { deadlineAfter, workingTimeIn } from '../workflows/calendar/working-time.ts';
import type { ComplaintActivities } from '../workflows/complaint/complaint-activity-port.ts';
import type { CaseView, DeadlineKind } from '../workflows/complaint/complaint-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';
import type { DeskSettings } from '../store/desks/desk-repository.ts';
import { defaultAnswerWithin, defaultDeskSettings } from '../store/desks/default-desk-settings.ts';
import type { CaseLeftServers, EnginePort } from './engine-port.ts';
import type { Notifier } from './notifications/notifier.ts';
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
    async planDeadline({ deskId, kind, tier, from, pauses = [] }) {
      const settings = (await store.desks.find(deskId))?.settings ?? defaultDeskSettings;
      const hours = settings.businessHours;
      const uninterrupted = deadlineAfter(from, allowanceOf(settings, kind, tier), hours);
      const paused = pauses.reduce((sum, pause) => sum + workingTimeIn(pause, hours), 0);
      return paused === 0 ? uninterrupted : deadlineAfter(uninterrupted, `PT${paused / 1000}S`, hours);
    },

    async publishCase({ view, entries, placedReportIds, texts, releases, leavingAgentIds = [] }) {
      // Before the view: whoever sees the case in a list finds what belongs to it.
      await Promise.all([
        ...texts.map((text) => store.messages.insert({ ...text, at: view.updatedAt })),
        ...placedReportIds.map((reportId) => store.reports.place({ reportId, caseId: view.caseId })),
        store.timelines.append(entries, placeOf(view)),
        notifier.tell(view, entries),
      ]);
      await store.cases.record(view);
      const { deskId } = view;
      await Promise.all([
        ...releases.map((release) => engine.releaseTurn({ deskId, ...release })),
        ...(await serversLeft(store, view, leavingAgentIds)).map((left) => engine.caseLeft(left)),
      ]);
    },

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

function allowanceOf(settings: DeskSettings, kind: DeadlineKind, tier: Tier): string {
  switch (kind) {
    case 'acknowledge':
      return settings.acknowledgeWithin;
    case 'resolve':
      return tier === 'tier-1' ? settings.resolveTier1Within : settings.resolveTier2Within;
    case 'answer':
      return settings.answerWithin ?? defaultAnswerWithin;
    case 'reopen':
      return settings.reopenWindow;
  }
}
