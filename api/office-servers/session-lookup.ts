import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import type { Store } from '../../store/store.ts';
import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';

/** A session as somebody asked for it; it fits the policy as a resource: it belongs to the desk of its case. */
export interface FoundSession {
  session: SessionRecord;
  server: OfficeServer;
  deskId: string | null;
}

/** Null unless the server has had a session of this id. */
export async function findSession(
  store: Store,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<FoundSession | null> {
  const [server, session] = await Promise.all([store.officeServers.find(id), store.serverSessions.find(sessionId)]);
  if (server === null || session === null || session.serverId !== id) return null;
  const view = await store.cases.find(session.caseId);
  return { session, server, deskId: view?.deskId ?? null };
}
