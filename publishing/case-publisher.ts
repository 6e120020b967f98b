import type { EntryPlace } from '../store/timelines/timeline-repository.ts';
import type { Store } from '../store/store.ts';
import { caseStanding } from '../workflows/complaint/complaint-standing-types.ts';
import type { CaseRecord, PublishedQuestion } from '../workflows/complaint/complaint-publishing-types.ts';
import type { CaseView } from '../workflows/complaint/complaint-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';
import type { CaseLeft } from '../workflows/office-server/office-server-types.ts';
import type { Notifier } from './notifier.ts';

/** What publishing needs of Temporal itself. */
export interface PublishingEngine {
  /** Gives a place back; a rotation that does not run has no places. */
  releaseTurn(release: { deskId: string; tier: Tier; requestId: string }): Promise<unknown>;
  /** Takes a case's agent from these servers of its office; a server whose workflow does not run has nobody on it. */
  caseLeft(left: CaseLeftServers): Promise<unknown>;
}

export interface CaseLeftServers extends CaseLeft {
  officeId: string;
  serverIds: string[];
}

export interface CasePublisher {
  /** Rejects when something of it could not be told; telling it again is safe. */
  publish(record: CaseRecord): Promise<void>;
}

/**
 * Tells the world what a case has become, which the case has decided and Temporal has committed. Whoever has the record
 * may do it: the case's own activity, the rotation's, or the API that was answered with it. Contract:
 * 1. Repeating it changes nothing, and an older version than the recorded one overwrites nothing.
 * 2. Entries are written after everything else but the view, the view after them, and whoever sees a case in a list finds
 *    what belongs to it. Last of all the case's agents leave the office's servers. `hasBeenPublished` relies on this order.
 */
export function createCasePublisher({
  store,
  engine,
  notifier,
  told = () => undefined,
}: {
  store: Store;
  engine: PublishingEngine;
  notifier: Notifier;
  /** Hears of each record, once it has been told. */
  told?: (record: CaseRecord) => void;
}): CasePublisher {
  return {
    async publish(record) {
      const { view, entries, leavingAgentIds = [], placedReportIds, releases, texts } = record;
      const { caseId, deskId } = view;
      await Promise.all([
        ...texts.map((text) => store.messages.insert({ ...text, at: view.updatedAt })),
        ...placedReportIds.map((reportId) => store.reports.place({ reportId, caseId })),
        notifier.tell(view, entries),
        ...releases.map((release) => engine.releaseTurn({ deskId, ...release })),
      ]);
      await store.timelines.append(entries, { place: placeOf(view), standing: caseStanding(view) });
      await store.cases.record(view);
      // After the view: whoever is let in to a server meanwhile is looked up there.
      await Promise.all((await serversLeft(store, view, leavingAgentIds)).map((left) => engine.caseLeft(left)));
      told(record);
    },
  };
}

/** Whether all of a record has been told; it only reads. */
export async function hasBeenPublished(store: Store, question: PublishedQuestion): Promise<boolean> {
  const { caseId, entryNos, leavingAgentIds, officeId, version } = question;
  const recorded = await store.cases.find(caseId);
  if (recorded === null || recorded.version < version) return false;
  const [first = 1] = entryNos;
  const entries = await store.timelines.ofCase(caseId, { afterNo: first - 1, limit: entryNos.length + unaskedEntries });
  const found = new Set(entries.map(({ no }) => no));
  if (!entryNos.every((no) => found.has(no))) return false;
  return leavingAgentIds.length === 0 || !(await isOnServer(store, { caseId, officeId, leavingAgentIds }));
}

/** Entries that others may have published between those that are asked for. */
const unaskedEntries = 1_000;

async function isOnServer(
  store: Store,
  { caseId, leavingAgentIds, officeId }: Pick<PublishedQuestion, 'caseId' | 'officeId' | 'leavingAgentIds'>,
): Promise<boolean> {
  const serverIds = await serversOf(store, officeId);
  const views = await Promise.all(serverIds.map((serverId) => store.officeServerViews.find(serverId)));
  return views.some((view) =>
    [...(view?.sessions ?? []), ...(view?.queue ?? [])].some(
      (session) => session.caseId === caseId && leavingAgentIds.includes(session.agentId),
    ),
  );
}

function placeOf({ deskId, officeId, systemId }: CaseView): EntryPlace {
  return { deskId, officeId, systemId };
}

async function serversOf(store: Store, officeId: string): Promise<string[]> {
  const servers = await store.officeServers.list();
  return servers.filter((server) => server.officeId === officeId).map(({ serverId }) => serverId);
}

/** An agent who has left a case needs no session for it on any server of its office. */
async function serversLeft(
  store: Store,
  { caseId, officeId, version }: CaseView,
  agentIds: string[],
): Promise<CaseLeftServers[]> {
  if (agentIds.length === 0) return [];
  const serverIds = await serversOf(store, officeId);
  return agentIds.map((agentId) => ({ officeId, serverIds, caseId, agentId, caseVersion: version }));
}
