import type { Store } from '../store/store.ts';
import { deadlineAfter } from '../workflows/calendar/working-time.ts';
import type { ComplaintActivities } from '../workflows/complaint/complaint-activity-port.ts';
import type { DeadlineKind } from '../workflows/complaint/complaint-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';
import type { DeskSettings } from '../store/desks/desk-repository.ts';
import { defaultDeskSettings } from '../store/desks/default-desk-settings.ts';
import type { EnginePort } from './engine-port.ts';
import { initialRotation } from '../store/rotations/initial-rotation.ts';

/** The activities of the complaint workflow on this store and engine. */
export function complaintActivities({ store, engine }: { store: Store; engine: EnginePort }): ComplaintActivities {
  return {
    async planDeadline({ deskId, kind, tier, from }) {
      const settings = (await store.desks.find(deskId))?.settings ?? defaultDeskSettings;
      return deadlineAfter(from, allowanceOf(settings, kind, tier), settings.businessHours);
    },

    async publishCase({ view, entries, placedReportIds, texts, releases }) {
      // Before the view: whoever sees the case in a list finds what belongs to it.
      await Promise.all([
        ...texts.map((text) => store.messages.insert({ ...text, at: view.updatedAt })),
        ...placedReportIds.map((reportId) => store.reports.place({ reportId, caseId: view.caseId })),
        store.timelines.append(entries),
      ]);
      await store.cases.record(view);
      await Promise.all(releases.map((release) => engine.releaseTurn({ deskId: view.deskId, ...release })));
    },

    async ensureRotation(key) {
      if (await engine.isRotationRunning(key)) return;
      await engine.startRotation(await initialRotation(store, key));
    },
  };
}

function allowanceOf(settings: DeskSettings, kind: DeadlineKind, tier: Tier): string {
  switch (kind) {
    case 'acknowledge':
      return settings.acknowledgeWithin;
    case 'resolve':
      return tier === 'tier-1' ? settings.resolveTier1Within : settings.resolveTier2Within;
    case 'reopen':
      return settings.reopenWindow;
  }
}
