import type { Leased } from '../../../workflows/office-server/office-server-state.ts';
import type { OfficeServerEvent, OfficeServerState } from '../../../workflows/office-server/office-server-types.ts';
import type { ViolationLog } from './violation-log.ts';

/** Holds each decision of the office servers against what must hold, and counts what became of wishes. */
export class SessionCheck {
  readonly figures = { atOnce: 0, waited: 0, longestQueue: 0, extended: 0 };
  readonly #log: ViolationLog;
  /** In which order sessions were first asked for. */
  readonly #order = new Map<string, number>();
  readonly #lastTokens = new Map<string, number>();

  constructor(log: ViolationLog) {
    this.#log = log;
  }

  leased(before: OfficeServerState, event: OfficeServerEvent, result: Leased, now: number): void {
    if (result.outcome !== 'changed') return;
    const { leases, limit, queue, serverId } = result.state;
    this.#remember(event, result.state);
    const held = new Set(before.leases.map(({ sessionId }) => sessionId));
    const granted = leases.filter(({ sessionId }) => !held.has(sessionId));
    this.#log.unless(
      granted.length === 0 || leases.length <= limit,
      'limit',
      granted[0]?.caseId ?? null,
      () => `${leases.length} of ${limit} on ${serverId}`,
    );
    this.#log.unless(
      leases.every(({ expiresAt }) => expiresAt > now),
      'limit',
      null,
      () => `a lease of ${serverId} is over and lives`,
    );
    this.#log.unless(
      queue.length === 0 || leases.length >= limit,
      'fifo',
      queue[0]?.caseId ?? null,
      () => `waits for ${serverId}, which has room`,
    );
    this.#inTurn(granted, queue, serverId);
    const people = [...leases, ...queue].map(({ agentId, caseId }) => `${agentId} for ${caseId}`);
    this.#log.unless(new Set(people).size === people.length, 'limit', null, () => `somebody is twice on ${serverId}`);
    this.figures.longestQueue = Math.max(this.figures.longestQueue, queue.length);
    if (event.type === 'extended') this.figures.extended += 1;
  }

  #inTurn(granted: OfficeServerState['leases'], queue: OfficeServerState['queue'], serverId: string): void {
    const firstWaiting = Math.min(...queue.map(({ sessionId }) => this.#order.get(sessionId) ?? 0));
    for (const { caseId, grantedAt, requestedAt, sessionId, token } of [...granted].sort((a, b) => a.token - b.token)) {
      const order = this.#order.get(sessionId) ?? 0;
      this.#log.unless(order < firstWaiting, 'fifo', caseId, () => `${sessionId} overtook somebody on ${serverId}`);
      const last = this.#lastTokens.get(serverId) ?? 0;
      this.#log.unless(token > last, 'tokens', caseId, () => `token ${token} after ${last} on ${serverId}`);
      this.#lastTokens.set(serverId, Math.max(token, last));
      if (grantedAt > requestedAt) this.figures.waited += 1;
      else this.figures.atOnce += 1;
    }
  }

  #remember(event: OfficeServerEvent, { leases, queue }: OfficeServerState): void {
    if (event.type !== 'requested') return;
    const { sessionId } = event.request;
    const isThere = [...leases, ...queue].some((each) => each.sessionId === sessionId);
    if (isThere && !this.#order.has(sessionId)) this.#order.set(sessionId, this.#order.size + 1);
  }
}
