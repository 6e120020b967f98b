import type {
  Lease,
  OfficeServerState,
  OfficeServerView,
  QueuedSession,
  SessionEnd,
  SessionRecord,
  SessionStanding,
} from './office-server-types.ts';

const iso = (at: number): string => new Date(at).toISOString();

type Place = Pick<OfficeServerState, 'officeId' | 'serverId' | 'version'>;

/** A session that waits or is granted, as the read model keeps it. */
export function sessionRecord(place: Place, session: QueuedSession | Lease): SessionRecord {
  const { sessionId, caseId, agentId, minutes, requestedAt } = session;
  const lease = 'token' in session ? session : null;
  return {
    sessionId,
    officeId: place.officeId,
    serverId: place.serverId,
    caseId,
    agentId,
    state: lease ? 'granted' : 'queued',
    minutes,
    requestedAt: iso(requestedAt),
    waited: lease === null || lease.grantedAt > lease.requestedAt,
    grantedAt: lease && iso(lease.grantedAt),
    expiresAt: lease && iso(lease.expiresAt),
    token: lease && lease.token,
    endedAt: null,
    how: null,
    endedBy: null,
    reason: null,
    version: place.version,
  };
}

/** The same for one that has ended. */
export function endedRecord(
  place: Place,
  session: QueuedSession | Lease,
  end: { how: SessionEnd; at: number; by: string | null; reason: string | null },
): SessionRecord {
  const record = sessionRecord(place, session);
  return { ...record, state: 'ended', endedAt: iso(end.at), how: end.how, endedBy: end.by, reason: end.reason };
}

/** How the session stands that this is about; null when it neither waits nor is granted. */
export function standingOf(
  state: OfficeServerState,
  isMeant: (session: QueuedSession) => boolean,
): SessionStanding | null {
  const session = [...state.leases, ...state.queue].find(isMeant);
  if (!session) return null;
  const position = state.queue.findIndex(isMeant);
  const holders = state.leases.map(({ agentId, caseId, expiresAt }) => ({ agentId, caseId, until: iso(expiresAt) }));
  return { session: sessionRecord(state, session), position: position < 0 ? null : position + 1, holders };
}

/** What the read model and the `getOfficeServer` query show of a server. */
export function officeServerView(state: OfficeServerState): OfficeServerView {
  const { officeId, serverId, limit, lastToken, version } = state;
  return {
    officeId,
    serverId,
    limit,
    lastToken,
    sessions: state.leases.map((lease) => sessionRecord(state, lease)),
    queue: state.queue.map((waiting) => sessionRecord(state, waiting)),
    state,
    version,
  };
}

/** The server for people who look at it in the Temporal UI (markdown). */
export function officeServerDetails(state: OfficeServerState): string {
  const over = state.leases.length > state.limit ? ' · **over the limit: no new session until it falls below**' : '';
  const lines = [
    ...state.leases.map(
      (lease) => `- **${lease.agentId}** for ${lease.caseId}, until ${readable(lease.expiresAt)}, token ${lease.token}`,
    ),
    ...state.queue.map(
      (waiting, index) =>
        `- waits as ${index + 1}: **${waiting.agentId}** for ${waiting.caseId}, since ${readable(waiting.requestedAt)}`,
    ),
  ];
  const head = `### ${state.leases.length} of ${state.limit} sessions, ${state.queue.length} waiting${over}`;
  return [head, '', ...(lines.length > 0 ? lines : ['- nobody is on the server'])].join('\n');
}

/** `2026-11-24 09:46 UTC` */
function readable(at: number): string {
  return `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
}
