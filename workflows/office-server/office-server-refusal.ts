import type { SessionRefusal, SessionRefusalCode } from './office-server-errors.ts';
import type {
  CaseLeft,
  OfficeServerEvent,
  OfficeServerState,
  SessionAction,
  SessionRequest,
} from './office-server-types.ts';

/** No lease lasts longer in all, so that whoever waits has an end to look to: one working day. */
export const longestLeaseMinutes = 8 * 60;

/** Why this cannot be done now, or null. `state` has no lease that is over. */
export function sessionRefusal(state: OfficeServerState, event: OfficeServerEvent): SessionRefusal | null {
  switch (event.type) {
    case 'requested':
      return requestRefusal(state, event.request);
    case 'extended':
      return state.actionIds.includes(event.actionId) ? null : extensionRefusal(state, event.action);
    case 'ended':
      return endRefusal(state, event.action);
    default:
      return null;
  }
}

export function refused(code: SessionRefusalCode, how: string | null = null): SessionRefusal {
  return { code, how };
}

/** Whether a case that left is about this session. */
export function isLeft(left: CaseLeft, session: Pick<SessionRequest, 'caseId' | 'agentId' | 'caseVersion'>): boolean {
  return (
    left.caseId === session.caseId &&
    (left.agentId === null || left.agentId === session.agentId) &&
    (left.caseVersion === null || session.caseVersion < left.caseVersion)
  );
}

function requestRefusal(state: OfficeServerState, request: SessionRequest): SessionRefusal | null {
  const { agentId, caseId, sessionId } = request;
  if (state.left.some((left) => isLeft(left, request))) return refused('CaseLeft');
  const namesake = [...state.leases, ...state.queue, ...state.ended].find((each) => each.sessionId === sessionId);
  if (!namesake) return null;
  if (namesake.caseId !== caseId || namesake.agentId !== agentId) return refused('SessionIdTaken');
  return 'how' in namesake ? refused('SessionEnded', namesake.how) : null;
}

function extensionRefusal(state: OfficeServerState, { sessionId, actor }: SessionAction): SessionRefusal | null {
  const lease = state.leases.find((each) => each.sessionId === sessionId);
  const other = state.queue.find((each) => each.sessionId === sessionId) ?? endedOf(state, sessionId);
  const session = lease ?? other;
  if (!session) return refused('UnknownSession');
  if (!maySpeakFor(session, actor)) return refused('NotHolder');
  if ('how' in session) return refused('SessionEnded', session.how);
  if (!lease) return refused('NotGranted');
  return lease.expiresAt - lease.grantedAt >= longestLeaseMinutes * 60_000 ? refused('LeaseTooLong') : null;
}

function endRefusal(state: OfficeServerState, { sessionId, actor }: SessionAction): SessionRefusal | null {
  const live = [...state.leases, ...state.queue].find((each) => each.sessionId === sessionId);
  const session = live ?? endedOf(state, sessionId);
  if (!session) return refused('UnknownSession');
  return maySpeakFor(session, actor) ? null : refused('NotHolder');
}

function endedOf(state: OfficeServerState, sessionId: string) {
  return state.ended.find((each) => each.sessionId === sessionId);
}

function maySpeakFor(session: { agentId: string }, actor: SessionAction['actor']): boolean {
  return actor.role === 'supervisor' || (actor.role === 'agent' && actor.id === session.agentId);
}
