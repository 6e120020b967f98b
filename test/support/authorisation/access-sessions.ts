import type { ServerAction } from '../../../api/engine/engine-types.ts';
import { emptyServer, lease } from '../../../workflows/office-server/office-server-state.ts';
import type { OfficeServerEvent, OfficeServerState } from '../../../workflows/office-server/office-server-types.ts';
import { sessionRecord, standingOf } from '../../../workflows/office-server/office-server-view.ts';
import type { TestApi } from '../api/test-api.ts';
import type { AccessCase } from './access-cases.ts';

function eventOf(action: ServerAction): OfficeServerEvent {
  switch (action.name) {
    case 'request':
      return { type: 'requested', request: action.message };
    case 'extend': {
      const { actionId, minutes, ...session } = action.message;
      return { type: 'extended', action: session, minutes, actionId };
    }
    case 'end': {
      const { reason, ...session } = action.message;
      return { type: 'ended', action: session, reason };
    }
  }
}

/** Sessions without Temporal: the fake engine asks the office server's own pure state machine. */
export function accessSessions({ clock, engine, store }: TestApi) {
  const servers = new Map<string, OfficeServerState>();
  let made = 0;

  engine.onServerAct = ({ officeId, serverId }, action) => {
    const state = servers.get(serverId) ?? emptyServer({ officeId, serverId, limit: 1 });
    const leased = lease(state, eventOf(action), clock.now.getTime());
    if (leased.outcome === 'refused') return { kind: 'refused', refusal: leased.refusal };
    servers.set(serverId, leased.state);
    const { sessionId } = action.message;
    return { kind: 'done', standing: standingOf(leased.state, (each) => each.sessionId === sessionId) };
  };

  /** A server of the office 123 that nobody has asked for. */
  const newServer = async (): Promise<string> => {
    const serverId = `srv-uji-${(made += 1)}`;
    const room = { sessionLimit: 1, address: 'srv.kantor.example' };
    await store.officeServers.insert({ serverId, officeId: '123', name: 'Server', ...room });
    return serverId;
  };

  /** A session on a server of its own, of the agent whose case it is for. */
  const newSession = async ({ agentId, caseId }: AccessCase): Promise<{ id: string; sessionId: string }> => {
    const serverId = await newServer();
    await engine.startServer({ input: { officeId: '123', serverId, limit: 1 }, summary: '' });
    const sessionId = `session-of-${serverId}`;
    const message = { sessionId, caseId, agentId: agentId ?? '', caseVersion: 1, minutes: 60 };
    engine.onServerAct({ officeId: '123', serverId }, { name: 'request', message });
    const state = servers.get(serverId);
    const granted = state?.leases[0];
    if (!state || !granted) throw new Error('no session was granted');
    await store.serverSessions.record([sessionRecord(state, granted)]);
    return { id: serverId, sessionId };
  };
  return { newServer, newSession };
}
