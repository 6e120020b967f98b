import type {
  Availability,
  AvailabilityChange,
  RosterChange,
  RotationEvent,
  TurnRequest,
} from '../../../workflows/rotation/rotation-types.ts';

interface ModelAgent {
  id: string;
  availability: Availability;
  until: number | null;
  capacity: number | null;
  holds: Set<string>;
}

const absentNever = { availability: 'available' as const, until: null, capacity: null };

/**
 * The rule of turns told once more, as plainly as possible and with other means than the product's: a ring of people
 * that is turned, a queue, and a book of who got what. The property test and the simulated desk hold the two against each
 * other.
 */
export class RotationModel {
  /** The ring, turned so that whoever is looked at first stands first. */
  ring: ModelAgent[];
  order: string[];
  queue: TurnRequest[] = [];
  book = new Map<string, { agentId: string; seq: number | null }>();
  /** Whoever left the roster may still hold cases. */
  holders = new Map<string, ModelAgent>();
  ended = new Set<string>();
  seq = 0;
  capacity: number;
  rosterVersion = 1;
  /** Requests of whoever handed over with the last event. */
  withdrawn: string[] = [];

  constructor(agentIds: string[], capacity: number) {
    this.order = agentIds;
    this.ring = agentIds.map((id) => this.agent(id));
    this.capacity = capacity;
  }

  /** What is granted by this event at this time, in order. */
  feed(event: RotationEvent, now: number): { requestId: string; agentId: string; seq: number | null }[] {
    this.withdrawn = [];
    switch (event.type) {
      case 'turnRequested':
        return this.request(event.request);
      case 'released':
        this.release(event.requestId);
        break;
      case 'availabilityChanged':
        this.changeAvailability(event, now);
        break;
      case 'absencesEnded':
        for (const agent of this.ring) if (agent.until !== null && agent.until <= now) this.comeBack(agent);
        break;
      case 'capacityChanged':
        this.changeCapacity(event);
        break;
      case 'rosterChanged':
        this.changeRoster(event);
        break;
      case 'rosterAmended': {
        const left = new Set(event.left);
        this.changeRoster({ agentIds: this.order.filter((id) => !left.has(id)).concat(event.joined) });
        break;
      }
    }
    return this.serve();
  }

  private agent(id: string): ModelAgent {
    const known = this.holders.get(id) ?? { ...absentNever, id, holds: new Set<string>() };
    this.holders.set(id, known);
    return known;
  }

  private request(request: TurnRequest) {
    const answered = this.book.get(request.requestId);
    if (answered && !this.ended.has(request.requestId)) return [{ requestId: request.requestId, ...answered }];
    if (this.ended.has(request.requestId)) {
      if (request.supersedes === null || this.ended.has(request.supersedes)) return [];
      this.release(request.supersedes);
      return this.serve();
    }
    if (this.queue.some(({ requestId }) => requestId === request.requestId)) return [];
    if (request.supersedes !== null) this.release(request.supersedes);
    this.queue.push(request);
    return this.serve();
  }

  private release(requestId: string): void {
    this.ended.add(requestId);
    this.queue = this.queue.filter((waiting) => waiting.requestId !== requestId);
    for (const holder of this.holders.values()) holder.holds.delete(requestId);
  }

  private changeCapacity({ agentId, capacity }: { agentId?: string; capacity: number | null }): void {
    if (agentId === undefined) this.capacity = capacity ?? this.capacity;
    else if (this.order.includes(agentId)) this.agent(agentId).capacity = capacity;
  }

  private changeAvailability(change: AvailabilityChange, now: number): void {
    const agent = this.agent(change.agentId);
    const until = change.until ? Date.parse(change.until) : null;
    const stays = change.availability === 'available' || (until !== null && until <= now);
    if (!stays && change.availability === 'leave' && change.handover) this.withdrawn = [...agent.holds];
    if (!this.order.includes(agent.id)) return;
    if (stays) this.comeBack(agent);
    else Object.assign(agent, { availability: change.availability, until });
  }

  private comeBack(agent: ModelAgent): void {
    Object.assign(agent, { availability: 'available', until: null });
  }

  private changeRoster({ agentIds, expectedRosterVersion = this.rosterVersion }: RosterChange): void {
    const wanted = [...new Set(agentIds)];
    if (expectedRosterVersion !== this.rosterVersion || String(wanted) === String(this.order)) return;
    this.rosterVersion += 1;
    const first = this.ring.find((agent) => wanted.includes(agent.id))?.id ?? wanted[0];
    for (const id of this.order) {
      // Who leaves and comes back comes as a new member: present, without a capacity of their own.
      if (!wanted.includes(id)) Object.assign(this.agent(id), absentNever);
    }
    const at = first === undefined ? 0 : wanted.indexOf(first);
    this.order = wanted;
    this.ring = [...wanted.slice(at), ...wanted.slice(0, at)].map((id) => this.agent(id));
  }

  private serve() {
    const grants: { requestId: string; agentId: string; seq: number | null }[] = [];
    for (const request of [...this.queue]) {
      const answer = this.answer(request);
      if (!answer) continue;
      this.queue = this.queue.filter((waiting) => waiting !== request);
      this.agent(answer.agentId).holds.add(request.requestId);
      this.book.set(request.requestId, answer);
      grants.push({ requestId: request.requestId, ...answer });
    }
    return grants;
  }

  private answer(request: TurnRequest): { agentId: string; seq: number | null } | null {
    const free = (agent: ModelAgent) =>
      agent.availability === 'available' && agent.holds.size < (agent.capacity ?? this.capacity);
    const named = this.ring.find(({ id }) => id === request.namedAgentId);
    if (named && named.availability !== 'leave') return { agentId: named.id, seq: null };
    const last = this.ring.find(({ id }) => id === request.preferredAgentId);
    if (last && free(last)) return { agentId: last.id, seq: null };
    const others = this.ring.filter(({ id }) => !request.excludedAgentIds.includes(id));
    const pool = others.some(({ availability }) => availability === 'available') ? others : this.ring;
    const chosen = this.ring.find((agent) => pool.includes(agent) && free(agent));
    if (!chosen) return null;
    const behind = this.ring.indexOf(chosen) + 1;
    this.ring = [...this.ring.slice(behind), ...this.ring.slice(0, behind)];
    this.seq += 1;
    return { agentId: chosen.id, seq: this.seq };
  }
}
