import type { Store } from '../store/store.ts';
import type { OfficeServerActivities } from '../workflows/office-server/office-server-activity-port.ts';
import { workedOnStatuses } from '../workflows/office-server/office-server-types.ts';
import type { CaseLeft, SessionRecord } from '../workflows/office-server/office-server-types.ts';

/** The activities of the office-server workflow on this store. */
export function officeServerActivities({ store }: { store: Store }): OfficeServerActivities {
  return {
    async publishSessions({ view, news }) {
      // Before the view: whoever sees a session on the server finds it by its id too. Of several, the last word counts.
      await store.serverSessions.record(lastWords(news));
      await store.officeServerViews.record(view);
      return { left: await leftAlready(store, news) };
    },
  };
}

function lastWords(news: SessionRecord[]): SessionRecord[] {
  return [...new Map(news.map((session) => [session.sessionId, session])).values()];
}

/** What the signal of a case that left could not tell, because it came before the session was asked for. */
async function leftAlready(store: Store, news: SessionRecord[]): Promise<CaseLeft[]> {
  const live = lastWords(news).filter(({ state }) => state !== 'ended');
  const left = live.map(async ({ caseId, agentId }): Promise<CaseLeft[]> => {
    const view = await store.cases.find(caseId);
    const isHeld = view === null || (view.agentId === agentId && workedOnStatuses.includes(view.status));
    return isHeld ? [] : [{ caseId, agentId, caseVersion: view.version }];
  });
  return (await Promise.all(left)).flat();
}
