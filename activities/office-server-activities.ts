import type { Store } from '../store/store.ts';
import type { CaseView } from '../workflows/complaint/complaint-types.ts';
import type { OfficeServerActivities } from '../workflows/office-server/office-server-activity-port.ts';
import { workedOnStatuses } from '../workflows/office-server/office-server-types.ts';
import type { CaseLeft, SessionRecord } from '../workflows/office-server/office-server-types.ts';
import type { Notifier } from '../publishing/notifier.ts';

interface Deps {
  store: Store;
  notifier: Pick<Notifier, 'tellLease'>;
}

/** The activities of the office-server workflow on this store. */
export function officeServerActivities({ store, notifier }: Deps): OfficeServerActivities {
  return {
    async publishSessions({ view, news }) {
      const lastWords = lastWordsOf(news);
      // Before the view: whoever sees a session on the server finds it by its id too.
      await store.serverSessions.record(lastWords);
      await store.officeServerViews.record(view);
      const live = lastWords.filter(({ state }) => state !== 'ended');
      const cases = await Promise.all(live.map(({ caseId }) => store.cases.find(caseId)));
      await Promise.all([
        ...live.map((session, index) => tellNext(notifier, session, cases[index] ?? null)),
        ...lastWords.filter(endedUnasked).map((session) => tellHolder(store, notifier, session)),
      ]);
      return { left: live.flatMap((session, index) => leftAlready(session, cases[index] ?? null)) };
    },
  };
}

/** Of several words on one session the last counts. */
function lastWordsOf(news: SessionRecord[]): SessionRecord[] {
  return [...new Map(news.map((session) => [session.sessionId, session])).values()];
}

/** Who was let in at once knows it from the answer; who waited is told. The same lease is told of once. */
async function tellNext(
  notifier: Deps['notifier'],
  { agentId, caseId, grantedAt, serverId, token, waited }: SessionRecord,
  view: CaseView | null,
): Promise<void> {
  if (!waited || grantedAt === null || token === null) return;
  await notifier.tellLease({
    agentId,
    caseId,
    number: view?.number ?? caseId,
    serverId,
    key: String(token),
    kind: 'leaseGranted',
    at: grantedAt,
  });
}

/** Their own doing agents know, and of a case that leaves them they are told by the case. */
function endedUnasked({ how, state }: SessionRecord): boolean {
  return state === 'ended' && (how === 'revoked' || how === 'expired');
}

async function tellHolder(
  store: Store,
  notifier: Deps['notifier'],
  { agentId, caseId, endedAt, requestedAt, serverId, sessionId }: SessionRecord,
): Promise<void> {
  const number = (await store.cases.find(caseId))?.number ?? caseId;
  const key = `${sessionId}/ended`;
  await notifier.tellLease({ kind: 'leaseEnded', agentId, caseId, number, serverId, key, at: endedAt ?? requestedAt });
}

/** What the signal of a case that left could not tell, because it came before the session was asked for. */
function leftAlready({ caseId, agentId }: SessionRecord, view: CaseView | null): CaseLeft[] {
  const isHeld = view === null || (view.agentId === agentId && workedOnStatuses.includes(view.status));
  return isHeld ? [] : [{ caseId, agentId, caseVersion: view.version }];
}
