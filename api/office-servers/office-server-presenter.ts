import type { z } from 'zod';
import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import type { Store } from '../../store/store.ts';
import type { SessionRecord, SessionStanding } from '../../workflows/office-server/office-server-types.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import type { Directory } from '../complaints/complaint-directory.ts';
import type { officeServerSchema, sessionSchema } from './office-server-schemas.ts';

interface PresenterDeps {
  store: Pick<Store, 'officeServerViews'>;
  directory: Directory;
}

type Presented = z.input<typeof officeServerSchema>;
type PresentedSession = z.input<typeof sessionSchema>;

/** How a server is set up, for those who do that: where it is reached concerns agents only while they may connect. */
function setupOf({ address, active = true, version = 1 }: OfficeServer, reader: Actor): Partial<Presented> {
  return can(reader, 'setup.write') ? { active, version, ...(address !== undefined && { address }) } : {};
}

/** A server with who is on it and who waits, as its workflow last recorded it, as far as the reader may see it. */
export async function presentServer(
  { store, directory }: PresenterDeps,
  server: OfficeServer,
  reader: Actor,
): Promise<Presented> {
  const { serverId, officeId, name, sessionLimit } = server;
  const { sessions = [], queue = [] } = (await store.officeServerViews.find(serverId)) ?? {};
  const agent = await namesOf(directory, [...sessions, ...queue]);
  return {
    ...{ id: serverId, officeId, name, sessionLimit },
    ...setupOf(server, reader),
    sessions: sessions.map((session) => ({
      id: session.sessionId,
      agent: agent(session.agentId),
      complaintId: session.caseId,
      grantedAt: session.grantedAt ?? '',
      expiresAt: session.expiresAt ?? '',
      token: session.token ?? 0,
    })),
    queue: queue.map((waiting, index) => ({
      id: waiting.sessionId,
      agent: agent(waiting.agentId),
      complaintId: waiting.caseId,
      position: index + 1,
      since: waiting.requestedAt,
    })),
  };
}

/** How a recorded session stands now: of one that waits also where, and behind whom. */
export async function recordedStanding({ store }: PresenterDeps, session: SessionRecord): Promise<SessionStanding> {
  if (session.state !== 'queued') return { session, position: null, holders: [] };
  const { sessions = [], queue = [] } = (await store.officeServerViews.find(session.serverId)) ?? {};
  const at = queue.findIndex(({ sessionId }) => sessionId === session.sessionId);
  const holders = sessions.map(({ agentId, caseId, expiresAt }) => ({ agentId, caseId, until: expiresAt ?? '' }));
  return { session, position: at < 0 ? null : at + 1, holders };
}

/** A session as whoever asked for it is answered. */
export async function presentSession(
  { directory }: PresenterDeps,
  standing: SessionStanding,
): Promise<PresentedSession> {
  const { session, position, holders } = standing;
  const { agentId, caseId, endedAt, endedBy, expiresAt, grantedAt, how, minutes } = session;
  const others = [session, ...holders, ...(endedBy === null ? [] : [{ agentId: endedBy }])];
  const agent = await namesOf(directory, others);
  const waits = session.state === 'queued';
  const shownHolders = holders.map((each) => ({
    agent: agent(each.agentId),
    complaintId: each.caseId,
    until: each.until,
  }));
  return {
    ...{ id: session.sessionId, serverId: session.serverId, complaintId: caseId, agent: agent(agentId) },
    ...{ state: session.state, minutes, requestedAt: session.requestedAt },
    ...(grantedAt === null ? {} : { grantedAt }),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(session.token === null ? {} : { token: session.token }),
    ...(waits && position !== null ? { position } : {}),
    ...(waits ? { holders: shownHolders } : {}),
    ...(endedAt === null ? {} : { endedAt }),
    ...(how === null ? {} : { how }),
    ...(endedBy === null ? {} : { endedBy: agent(endedBy) }),
    ...(session.reason === null ? {} : { reason: session.reason }),
  };
}

async function namesOf(directory: Directory, of: { agentId: string }[]) {
  const names = await directory.people(of.map(({ agentId }) => agentId));
  return (id: string) => ({ id, name: names.get(id) ?? id });
}
