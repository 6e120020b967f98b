import type { Rotated } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationEvent, RotationState, TurnGrant } from '../../../workflows/rotation/rotation-types.ts';
import { RotationModel } from './rotation-model.ts';
import type { ViolationLog } from './violation-log.ts';

/** Holds each decision of one rotation against the rule told otherwise, and against what must hold whatever the rule. */
export class TurnCheck {
  /** Turns by agent, and what each would have had if every turn had been shared among all who could take it. */
  readonly turns = new Map<string, number>();
  readonly shares = new Map<string, number>();
  readonly #model: RotationModel;
  readonly #log: ViolationLog;
  readonly #agentOf = new Map<string, string>();
  /** Who holds which request, as it was really dealt. */
  readonly #holders = new Map<string, string>();
  #seq = 0;

  constructor(agentIds: string[], capacity: number, log: ViolationLog) {
    this.#model = new RotationModel(agentIds, capacity);
    this.#log = log;
  }

  get seq(): number {
    return this.#seq;
  }

  rotated(event: RotationEvent, { grants, state, withdrawals }: Rotated, now: number): void {
    const fresh = grants.filter(({ requestId }) => !this.#agentOf.has(requestId));
    const possible = this.#free();
    if (event.type === 'released') this.#holders.delete(event.requestId);
    if (event.type === 'turnRequested') this.#holders.delete(event.request.supersedes ?? '');
    const expected = this.#model.feed(event, now);
    this.#compare(grants, expected);
    for (const grant of grants) this.#granted(grant);
    for (const { seq } of fresh) if (seq !== null) this.#share(possible);
    const named = withdrawals.map(({ requestId }) => requestId).sort();
    const meant = [...this.#model.withdrawn].sort();
    this.#log.unless(String(named) === String(meant), 'strictOrder', null, () => `handed over ${named}, not ${meant}`);
    this.#waiting(state);
  }

  #compare(grants: TurnGrant[], expected: { requestId: string; agentId: string; seq: number | null }[]): void {
    const size = Math.max(grants.length, expected.length);
    for (let index = 0; index < size; index += 1) {
      const [got, wanted] = [grants[index], expected[index]];
      const isRight =
        got?.requestId === wanted?.requestId && got?.agentId === wanted?.agentId && got?.seq === wanted?.seq;
      this.#log.unless(isRight, 'strictOrder', got?.caseId ?? null, () => `${told(got)} instead of ${told(wanted)}`);
    }
  }

  #granted({ agentId, caseId, requestId, seq }: TurnGrant): void {
    const earlier = this.#agentOf.get(requestId);
    if (earlier !== undefined) {
      this.#log.unless(earlier === agentId, 'oneAgent', caseId, () => `${requestId}: ${earlier}, then ${agentId}`);
      return;
    }
    this.#agentOf.set(requestId, agentId);
    this.#holders.set(requestId, agentId);
    if (seq === null) return;
    this.#log.unless(seq === this.#seq + 1, 'turnNumbers', caseId, () => `turn ${seq} after turn ${this.#seq}`);
    this.#seq = seq;
    this.turns.set(agentId, (this.turns.get(agentId) ?? 0) + 1);
    const agent = this.#model.holders.get(agentId);
    const held = [...this.#holders.values()].filter((holder) => holder === agentId).length;
    const isEligible = agent?.availability === 'available' && held <= (agent.capacity ?? this.#model.capacity);
    this.#log.unless(isEligible, 'eligible', caseId, () => `turn ${seq} went to ${agentId}`);
  }

  #waiting(state: RotationState): void {
    if (state.waiting.length === 0) return;
    const free = this.#free();
    for (const { caseId, excludedAgentIds } of state.waiting) {
      const taker = free.find((agentId) => !excludedAgentIds.includes(agentId));
      this.#log.unless(taker === undefined, 'nobodyWaits', caseId, () => `waits while ${taker} is free`);
    }
  }

  #free(): string[] {
    const { capacity, ring } = this.#model;
    const isFree = (agent: (typeof ring)[number]) =>
      agent.availability === 'available' && agent.holds.size < (agent.capacity ?? capacity);
    return ring.filter(isFree).map(({ id }) => id);
  }

  /** Among whoever could take a turn before the decision; when that was nobody, the place came free with it. */
  #share(possible: string[]): void {
    const takers = possible.length > 0 ? possible : this.#model.order;
    for (const agentId of takers) this.shares.set(agentId, (this.shares.get(agentId) ?? 0) + 1 / takers.length);
  }
}

function told(grant: { agentId: string; seq: number | null; requestId: string } | undefined): string {
  return grant ? `${grant.requestId} to ${grant.agentId} as turn ${grant.seq}` : 'nothing';
}
