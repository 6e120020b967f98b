import type { SessionRefusal } from './office-server-errors.ts';
import { isLeft, longestLeaseMinutes, sessionRefusal } from './office-server-refusal.ts';
import type {
  CaseLeft,
  Lease,
  OfficeServerEvent,
  OfficeServerInput,
  OfficeServerState,
  QueuedSession,
  SessionEnd,
  SessionRecord,
  SessionRequest,
} from './office-server-types.ts';
import { endedRecord, sessionRecord } from './office-server-view.ts';

export type Leased =
  /** `news`: what has become of which sessions, in the order in which it was decided. */
  | { outcome: 'changed'; state: OfficeServerState; news: SessionRecord[] }
  /** A repetition, or nothing to do. */
  | { outcome: 'unchanged'; state: OfficeServerState; news: [] }
  | { outcome: 'refused'; refusal: SessionRefusal };

/** How many ended sessions, left cases and done extensions are remembered; a repetition comes within minutes. */
const remembered = 500;

/** The state of a server whose sessions nobody has asked for yet. */
export function emptyServer({ officeId, serverId, limit }: OfficeServerInput): OfficeServerState {
  const nothing = { leases: [], queue: [], ended: [], left: [], actionIds: [] };
  return { officeId, serverId, limit, lastToken: 0, ...nothing, version: 0 };
}

/** When the next lease is over, epoch milliseconds; null while there is none. */
export function nextExpiry(state: OfficeServerState): Lease | null {
  return state.leases.reduce<Lease | null>(
    (first, lease) => (first === null || lease.expiresAt < first.expiresAt ? lease : first),
    null,
  );
}

/**
 * The only rule of an office server's sessions. `now` is epoch milliseconds. Contract:
 * 1. Pure: the given state stays as it is. A refused event changes nothing; a changed state has a version one higher.
 * 2. A lease is granted only while fewer than `limit` are live. A limit that falls below the live count throws nobody out.
 * 3. First come, first served; a token is higher than every one before it.
 * 4. A lease that is over, or whose case has left its agent, ends before anything else is decided.
 * 5. One agent has one session for one case: asking again gets the same one.
 */
export function lease(state: OfficeServerState, event: OfficeServerEvent, now: number): Leased {
  const draft = new Draft(state, now);
  draft.endWhere((session) => 'token' in session && session.expiresAt <= now, 'expired');
  const refusal = sessionRefusal(draft.state, event);
  if (refusal) return { outcome: 'refused', refusal };
  happened(draft, event);
  draft.grant();
  return draft.leased;
}

function happened(draft: Draft, event: OfficeServerEvent): void {
  switch (event.type) {
    case 'requested':
      return draft.enqueue(event.request);
    case 'extended':
      return draft.extend(event.action.sessionId, event.minutes, event.actionId);
    case 'ended': {
      const { actor, sessionId } = event.action;
      const isOf = (session: QueuedSession) => session.sessionId === sessionId;
      const owner = [...draft.state.leases, ...draft.state.queue].find(isOf)?.agentId;
      return draft.endWhere(isOf, owner === actor.id ? 'released' : 'revoked', actor.id, event.reason);
    }
    case 'caseLeft':
      return draft.leave(event.left);
    case 'limitChanged':
      return draft.change({ limit: event.limit }, event.limit !== draft.state.limit);
    case 'timePassed':
      return;
  }
}

/** A state in the making: everything that one event leads to has the same version. */
class Draft {
  state: OfficeServerState;
  readonly #before: OfficeServerState;
  readonly #now: number;
  readonly #news: SessionRecord[] = [];
  #changed = false;

  constructor(state: OfficeServerState, now: number) {
    this.#before = state;
    this.#now = now;
    this.state = { ...state, version: state.version + 1 };
  }

  get leased(): Leased {
    if (!this.#changed) return { outcome: 'unchanged', state: this.#before, news: [] };
    return { outcome: 'changed', state: this.state, news: this.#news };
  }

  change(change: Partial<OfficeServerState>, isChange = true): void {
    if (!isChange) return;
    this.state = { ...this.state, ...change };
    this.#changed = true;
  }

  /** Puts a request at the end of the queue; one that is there or granted already only learns the newer version. */
  enqueue(request: SessionRequest): void {
    const isSame = ({ caseId, agentId }: SessionRequest) => caseId === request.caseId && agentId === request.agentId;
    const { leases, queue } = this.state;
    const earlier = [...leases, ...queue].find(isSame);
    if (earlier) {
      const newer = <S extends SessionRequest>(session: S): S =>
        isSame(session) ? { ...session, caseVersion: request.caseVersion } : session;
      const change = { leases: leases.map(newer), queue: queue.map(newer) };
      return this.change(change, request.caseVersion > earlier.caseVersion);
    }
    const waiting = { ...request, requestedAt: this.#now };
    this.change({ queue: [...queue, waiting] });
    if (leases.length >= this.state.limit || queue.length > 0) this.#news.push(sessionRecord(this.state, waiting));
  }

  extend(sessionId: string, minutes: number, actionId: string): void {
    if (this.state.actionIds.includes(actionId)) return;
    const leases = this.state.leases.map((each) => {
      if (each.sessionId !== sessionId) return each;
      const latest = each.grantedAt + longestLeaseMinutes * 60_000;
      return { ...each, expiresAt: Math.min(each.expiresAt + minutes * 60_000, latest) };
    });
    this.change({ leases, actionIds: [...this.state.actionIds, actionId].slice(-remembered) });
    const extended = leases.find((each) => each.sessionId === sessionId);
    if (extended) this.#news.push(sessionRecord(this.state, extended));
  }

  leave(left: CaseLeft): void {
    this.endWhere((session) => isLeft(left, session), 'caseLeft');
    if (left.caseVersion === null) return;
    const isSame = (each: CaseLeft) => each.caseId === left.caseId && each.agentId === left.agentId;
    const known = this.state.left.find(isSame);
    const isNews = !known || Number(known.caseVersion) < left.caseVersion;
    const others = this.state.left.filter((each) => !isSame(each));
    this.change({ left: [...others, left].slice(-remembered) }, isNews);
  }

  endWhere(
    isOver: (session: QueuedSession | Lease) => boolean,
    how: SessionEnd,
    by: string | null = null,
    reason: string | null = null,
  ): void {
    const { leases, queue, ended } = this.state;
    const over = [...leases, ...queue].filter(isOver);
    if (over.length === 0) return;
    const refs = over.map(({ sessionId, caseId, agentId }) => ({ sessionId, caseId, agentId, how }));
    this.change({
      leases: leases.filter((session) => !isOver(session)),
      queue: queue.filter((session) => !isOver(session)),
      ended: [...ended, ...refs].slice(-remembered),
    });
    const end = { how, at: this.#now, by, reason };
    this.#news.push(...over.map((session) => endedRecord(this.state, session, end)));
  }

  /** Serves the queue from its head as far as there is room. */
  grant(): void {
    const { leases, queue, limit, lastToken } = this.state;
    const served = queue.slice(0, Math.max(0, limit - leases.length));
    if (served.length === 0) return;
    const granted = served.map((session, index) => ({
      ...session,
      grantedAt: this.#now,
      expiresAt: this.#now + session.minutes * 60_000,
      token: lastToken + index + 1,
    }));
    this.change({
      leases: [...leases, ...granted],
      queue: queue.slice(served.length),
      lastToken: lastToken + served.length,
    });
    this.#news.push(...granted.map((session) => sessionRecord(this.state, session)));
  }
}
