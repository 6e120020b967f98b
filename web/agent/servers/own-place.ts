import type { OfficeServer } from './office-servers.ts';

/** Where one stands with a server, on behalf of one case. */
export type OwnPlace =
  | { state: 'none' }
  | { state: 'waiting'; sessionId: string; position: number }
  | { state: 'holding'; sessionId: string; expiresAt: string };

export function ownPlaceOf(server: OfficeServer, complaintId: string, agentId: string): OwnPlace {
  const isOwn = (session: { complaintId: string; agent: { id: string } }) =>
    session.complaintId === complaintId && session.agent.id === agentId;
  const held = server.sessions.find(isOwn);
  if (held) return { state: 'holding', sessionId: held.id, expiresAt: held.expiresAt };
  const awaited = server.queue.find(isOwn);
  return awaited ? { state: 'waiting', sessionId: awaited.id, position: awaited.position } : { state: 'none' };
}
