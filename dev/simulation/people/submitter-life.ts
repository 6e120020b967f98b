import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { RandomSource } from '../world/random-source.ts';
import { hour, minute } from '../world/simulated-network.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import type { ComplaintStream } from './complaint-stream.ts';

/** How submitters behave: they answer or do not, rate, are not content, send it again, give up. */
export class SubmitterLife {
  readonly #desk: SimulatedDesk;
  readonly #stream: ComplaintStream;
  readonly #random: RandomSource;
  #actionNo = 0;

  constructor(desk: SimulatedDesk, stream: ComplaintStream, random: RandomSource) {
    this.#desk = desk;
    this.#stream = stream;
    this.#random = random;
    desk.records.onCase((view, before) => {
      if (view.status !== before?.status) this.#read(view);
    });
  }

  #read(view: CaseView): void {
    const random = this.#random;
    if (view.status === 'waitingOnSubmitter' && random.chance(0.75)) this.#answer(view);
    if (view.status === 'assigned' && random.chance(0.02)) this.#later(view, 3 * hour, this.#withdrawal(view));
    if (view.status === 'resolved') this.#judge(view);
  }

  #answer(view: CaseView): void {
    const random = this.#random;
    const messageId = this.#newId();
    const actor = { id: random.pick(view.reporterIds), role: 'submitter' as const };
    this.#later(view, random.aroundMedian(5 * hour, 1), { type: 'messageAdded', messageId, kind: 'reply', actor });
  }

  #judge(view: CaseView): void {
    const random = this.#random;
    const reasonId = this.#newId();
    if (random.chance(0.35)) this.#rate(view, random.between(1, 24) * hour);
    // Some think better of it.
    if (random.chance(0.03)) this.#rate(view, random.between(24, 60) * hour);
    const fate = random.next();
    if (fate < 0.03)
      this.#later(view, random.between(1, 60) * hour, { type: 'reopen', reasonId, action: this.#actionOf(view) });
    else if (fate < 0.05)
      this.#desk.network.after(random.between(1, 60) * hour, () => this.#stream.again(view.fingerprint));
    else if (fate < 0.08 && view.closesAt !== null) this.#stream.crowd(view.fingerprint, Date.parse(view.closesAt));
    else if (fate < 0.1) this.#crowdAtTheEnd(view);
  }

  /** While the case is closing, at the very instant that is published last. */
  #crowdAtTheEnd({ caseId, fingerprint }: CaseView): void {
    this.#desk.network.after(minute, () => {
      const closesAt = this.#desk.records.cases.get(caseId)?.closesAt;
      if (closesAt) this.#stream.crowd(fingerprint, Date.parse(closesAt));
    });
  }

  #rate(view: CaseView, after: number): void {
    const score = this.#random.pick([1, 2, 3, 4, 4, 5, 5, 5]);
    this.#later(view, after, { type: 'rate', score, commentId: null, action: this.#actionOf(view) });
  }

  #withdrawal(view: CaseView): CaseEvent {
    return { type: 'withdraw', reasonId: this.#newId(), action: this.#actionOf(view) };
  }

  #later(view: CaseView, milliseconds: number, event: CaseEvent): void {
    this.#desk.network.after(milliseconds, () => this.#desk.act(view, event));
  }

  #actionOf(view: CaseView) {
    const actor = { id: this.#random.pick(view.reporterIds), role: 'submitter' as const };
    return { actionId: this.#newId(), actor };
  }

  #newId(): string {
    this.#actionNo += 1;
    return `wish-${this.#actionNo}`;
  }
}
