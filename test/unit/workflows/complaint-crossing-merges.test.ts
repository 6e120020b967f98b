import { describe, expect, it } from 'vitest';
import type { CaseEffect, CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import { isOver, openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseLink, CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { action, facts, morning, report } from './complaint-cases.ts';

/** Some cases that send each other messages, in the order in which a test lets them arrive. */
class Cases {
  readonly states = new Map<string, CaseState>();
  readonly underWay: { to: string; event: CaseEvent }[] = [];

  open(caseId: string): CaseState {
    const firstReport = { ...report(`first-${caseId}`), candidate: { caseId, number: caseId } };
    const input = { facts: { ...facts, fingerprint: caseId }, firstReport, previousCaseId: null };
    return this.#keep(openCase(input, morning));
  }

  link(caseId: string): CaseLink {
    const { facts: its, number } = this.of(caseId);
    return { caseId, number, workflowId: complaintWorkflowId(its) };
  }

  of(caseId: string): CaseState {
    return this.states.get(caseId) as CaseState;
  }

  merge(caseId: string, into: string): void {
    const by = action('pengawas', 'supervisor');
    this.happen(caseId, { type: 'merge', action: by, into: this.link(into) });
  }

  happen(caseId: string, event: CaseEvent): void {
    const state = this.of(caseId);
    const result = transition(state, event, morning);
    if (result.outcome !== 'refused') this.#keep(result);
  }

  /** All that is under way arrives, the `first` of each round before the rest. */
  settle(order: 'forwards' | 'backwards'): void {
    for (let round = 0; this.underWay.length > 0; round += 1) {
      if (round > 50) throw new Error('messages go round for ever');
      const batch = this.underWay.splice(0);
      for (const { to, event } of order === 'forwards' ? batch : batch.reverse()) this.happen(to, event);
    }
  }

  #keep(result: ReturnType<typeof openCase>): CaseState {
    if (result.outcome === 'refused') throw new Error(result.refusal.code);
    this.states.set(result.state.caseId, result.state);
    for (const effect of result.effects) this.#send(result.state.caseId, effect);
    return result.state;
  }

  #send(from: string, effect: CaseEffect): void {
    const idOf = (link: CaseLink) => link.workflowId.split(':').at(-1) ?? '';
    if (effect.type === 'tellSurvivor') {
      const to = idOf(effect.into);
      if (isOver(this.of(to))) this.underWay.push({ to: from, event: { type: 'mergeFailed', source: effect.source } });
      else this.underWay.push({ to, event: { type: 'caseMerged', source: effect.source } });
    }
    if (effect.type === 'tellForwarders') {
      for (const link of effect.forwarders) this.underWay.push({ to: idOf(link), event: effect.news });
    }
  }
}

function opened(...caseIds: string[]): Cases {
  const cases = new Cases();
  for (const caseId of caseIds) cases.open(caseId);
  return cases;
}

describe.each(['forwards', 'backwards'] as const)('merges that cross, their messages %s,', (order) => {
  it('leave one case that has both, when two are merged into each other at once', () => {
    const cases = opened('a', 'b');
    cases.merge('a', 'b');
    cases.merge('b', 'a');
    cases.settle(order);
    expect(cases.of('a')).toMatchObject({ status: 'received', reportIds: ['first-a', 'first-b'] });
    expect(cases.of('b')).toMatchObject({ status: 'merged', isForwarding: true, mergedInto: { caseId: 'a' } });
    expect(cases.of('a').forwarders).toMatchObject([{ caseId: 'b' }]);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('leave one case, when %s has long been merged into %s, which is merged back', (source, survivor) => {
    const cases = opened('a', 'b');
    cases.merge(source, survivor);
    cases.settle(order);
    cases.merge(survivor, source);
    cases.settle(order);
    const open = [cases.of('a'), cases.of('b')].filter(({ status }) => status !== 'merged');
    expect(open).toHaveLength(1);
    expect([...(open[0]?.reportIds ?? [])].sort()).toEqual(['first-a', 'first-b']);
  });

  it('come to rest with a case that goes on, when three are merged in a circle', () => {
    const cases = opened('a', 'b', 'c');
    cases.merge('a', 'b');
    cases.merge('b', 'c');
    cases.merge('c', 'a');
    cases.settle(order);
    const open = ['a', 'b', 'c'].filter((caseId) => cases.of(caseId).status !== 'merged');
    expect(open.length).toBeGreaterThan(0);
    const reachable = new Set(open.flatMap((caseId) => cases.of(caseId).reportIds));
    expect([...reachable].sort()).toEqual(['first-a', 'first-b', 'first-c']);
  });

  it('keep who was merged earlier, when the next merge fails', () => {
    const cases = opened('a', 'b', 'c');
    cases.merge('a', 'b');
    cases.settle(order);
    cases.happen('c', { type: 'resolve', action: action('pengawas', 'supervisor'), resolutionId: 't' });
    cases.happen('c', { type: 'deadlinePassed', serial: cases.of('c').deadlines[0]?.serial ?? 0 });
    cases.merge('b', 'c');
    cases.settle(order);
    expect(cases.of('b')).toMatchObject({ status: 'received', forwarders: [{ caseId: 'a' }] });
    expect(cases.of('a')).toMatchObject({ status: 'merged', isForwarding: true, mergedInto: { caseId: 'b' } });
  });

  it('give a case that was sent on to an ended one its own turn back', () => {
    const cases = opened('a', 'b', 'c');
    cases.merge('b', 'c');
    cases.settle(order);
    cases.happen('c', { type: 'resolve', action: action('pengawas', 'supervisor'), resolutionId: 't' });
    cases.happen('c', { type: 'deadlinePassed', serial: cases.of('c').deadlines[0]?.serial ?? 0 });
    // The news that the third has ended is still on its way to the second, which takes the first for merged into it.
    cases.underWay.splice(0);
    cases.merge('a', 'b');
    cases.settle(order);
    expect(cases.of('a').status).toBe('received');
    expect(isOver(cases.of('b'))).toBe(true);
  });
});
