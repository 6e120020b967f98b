import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { SessionRecord } from '../../../workflows/office-server/office-server-types.ts';
import type { RandomSource } from '../world/random-source.ts';
import { minute } from '../world/simulated-network.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import { supervisor } from './simulated-people.ts';

/** How agents use the servers of offices: they ask, wait, work, ask for longer, and give back or forget to. */
export class ServerWork {
  readonly #desk: SimulatedDesk;
  readonly #random: RandomSource;
  /** What is to be done once the session is there, by case and agent. */
  readonly #wishes = new Map<string, { view: CaseView; done: () => void }>();
  #sessionNo = 0;
  asked = 0;
  refused = 0;

  constructor(desk: SimulatedDesk, random: RandomSource) {
    this.#desk = desk;
    this.#random = random;
    desk.records.onSession((session, before) => this.#heard(session, before));
  }

  /** @param done when the work on the server is done; never, if the case leaves the agent before */
  workOn(view: CaseView, agentId: string, done: () => void): void {
    this.#wishes.set(keyOf(view.caseId, agentId), { view, done });
    this.#ask(view.caseId, agentId);
  }

  /** As the API does: only for a case that is the agent's own, as the read model knows it. */
  #ask(caseId: string, agentId: string): void {
    const view = this.#desk.records.cases.get(caseId);
    if (!view || view.serverId === null || !this.#desk.records.isWorkedOnBy(caseId, agentId)) return;
    this.#sessionNo += 1;
    const sessionId = `session-${this.#sessionNo}`;
    const minutes = this.#random.pick([15, 30, 60]);
    const request = { sessionId, caseId, agentId, caseVersion: view.version, minutes };
    this.asked += 1;
    this.#desk.askServer(view.serverId, { type: 'requested', request }, (refusal) => {
      if (refusal) this.refused += 1;
    });
    // Asking again while waiting gets the same session.
    if (this.#random.chance(0.05)) this.#desk.network.after(minute, () => this.#ask(caseId, agentId));
  }

  #heard(session: SessionRecord, before: SessionRecord | undefined): void {
    if (session.state === before?.state) return;
    const { agentId, caseId, how, sessionId } = session;
    const wish = this.#wishes.get(keyOf(caseId, agentId));
    if (!wish) return;
    if (session.state === 'granted') this.#work(session, wish.done);
    // Thrown out in the middle of it: ask again, unless the case is gone.
    if (session.state === 'ended' && (how === 'expired' || how === 'revoked')) {
      this.#desk.network.after(this.#random.between(1, 10) * minute, () => {
        if (this.#wishes.get(keyOf(caseId, agentId)) === wish) this.#ask(caseId, agentId);
      });
    }
    if (session.state === 'ended' && how === 'caseLeft') this.#wishes.delete(keyOf(caseId, agentId));
    if (session.state === 'queued' && this.#random.chance(0.03)) this.#end(sessionId, session.serverId, agentId);
  }

  #work({ agentId, caseId, expiresAt, minutes, serverId, sessionId }: SessionRecord, done: () => void): void {
    const random = this.#random;
    const { network } = this.#desk;
    const needed = Math.ceil(random.aroundMedian(25, 0.8)) * minute;
    const end = Date.parse(expiresAt ?? '');
    const isTooShort = network.now + needed > end;
    if (isTooShort && random.chance(0.7)) {
      const more = Math.max(1, Math.round(needed / minute) - minutes + 5);
      const actor = { id: agentId, role: 'agent' as const };
      const event = {
        type: 'extended',
        action: { sessionId, actor },
        minutes: more,
        actionId: `more-${sessionId}`,
      } as const;
      network.at(end - minute, () => this.#desk.askServer(serverId, event));
    } else if (isTooShort) return;
    network.after(needed, () => {
      if (!this.#desk.records.isWorkedOnBy(caseId, agentId)) return;
      this.#wishes.delete(keyOf(caseId, agentId));
      // Some give it back at once, some resolve the case first, which does it for them.
      if (random.chance(0.5)) this.#end(sessionId, serverId, agentId);
      done();
    });
    if (random.chance(0.02)) network.after(needed / 2, () => this.#end(sessionId, serverId, supervisor.id));
  }

  #end(sessionId: string, serverId: string, by: string): void {
    const role = by === supervisor.id ? ('supervisor' as const) : ('agent' as const);
    const event = { type: 'ended', action: { sessionId, actor: { id: by, role } }, reason: null } as const;
    this.#desk.askServer(serverId, event);
  }
}

function keyOf(caseId: string, agentId: string): string {
  return `${caseId}/${agentId}`;
}
