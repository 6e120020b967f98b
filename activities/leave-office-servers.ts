import type { Store } from '../store/store.ts';
import type { CaseLeft } from '../workflows/office-server/office-server-types.ts';
import type { EnginePort } from './engine-port.ts';

/**
 * Tells the servers of a case's office that the case has gone from its agent: sessions held for it go to the next in
 * line. For `publishCase`, after the view is recorded: who asks later then finds that the case has moved on. Repeating
 * it does no harm.
 */
export async function leaveOfficeServers(
  { store, engine }: { store: Store; engine: EnginePort },
  { officeId, ...left }: CaseLeft & { officeId: string },
): Promise<void> {
  const servers = (await store.officeServers.list()).filter((server) => server.officeId === officeId);
  if (servers.length > 0) await engine.caseLeft({ ...left, officeId, serverIds: servers.map((each) => each.serverId) });
}
