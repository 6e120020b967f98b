import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from '../../../workflows/complaint/complaint-fold.ts';
import type { CaseFold, MergedBefore } from '../../../workflows/complaint/complaint-fold-types.ts';
import { foldedView } from '../../../workflows/complaint/complaint-fold-view.ts';
import { caseStanding } from '../../../workflows/complaint/complaint-standing-types.ts';
import { openCase, transition, type Transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState, CaseView, ComplaintInput, MergedCase } from '../../../workflows/complaint/complaint-types.ts';
import { caseView } from '../../../workflows/complaint/complaint-view.ts';
import type { ToldEntry } from '../../../workflows/kernel/timeline-types.ts';
import { action, deadline, facts, grantTo, morning, otherCase, report } from './complaint-cases.ts';
import { caseStep } from './complaint-steps.ts';

const runId = 'run-1';
const input: ComplaintInput = { facts, firstReport: report('r1'), previousCaseId: 'case-before' };
const withIncident: ComplaintInput = { ...input, incident: { incidentId: 'i1', workflowId: 'incident:i1' } };

/** What the other case brings when it is merged: its reports, and a case of its own that was merged into it. */
const otherSource: MergedCase = {
  ...otherCase,
  ...{ reportIds: ['r9'], reportSenders: { r9: 's9' }, reporterIds: ['s9'] },
  forwarders: [{ caseId: 'case-of-its-own', number: '261124-OWN', workflowId: 'complaint:123:own' }],
};

/** What comes more often than by chance, since it leads to every status: deadlines that are due, and who has the case. */
const step = fc.oneof(
  { weight: 8, arbitrary: caseStep },
  {
    weight: 2,
    arbitrary: fc.constantFrom('acknowledge' as const, 'resume').map((type) => (state: CaseState): CaseEvent => {
      return { type, action: action(state.agentId ?? 'a') };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant((state: CaseState): CaseEvent => {
      return { type: 'ask', action: action(state.agentId ?? 'a'), messageId: 'm' };
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a', 'b', 'q').map((agentId) => (state: CaseState) => grantTo(state, agentId)),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('acknowledge' as const, 'resolve', 'answer', 'reopen')
      .map((kind) => (state: CaseState) => deadline(state, kind)),
  },
);

/** The other case, as its own timeline would tell it. */
const mergedBefore: MergedBefore = ({ caseId }) => {
  expect(caseId).toBe(otherSource.caseId);
  const { forwarders, reporterIds, reportSenders } = otherSource;
  const brought = { senders: reportSenders, reporterIds, mergedCaseIds: forwarders.map((link) => link.caseId) };
  return brought as Partial<CaseFold> as CaseFold;
};

/** A case's timeline, published after each event as the service may do it, and what the read model kept of it then. */
class Told {
  entries: ToldEntry[] = [];
  state: CaseState;
  /** As it stood when the last entry was written. */
  view: CaseView;

  constructor(opened: ComplaintInput) {
    const opening = openCase(opened, morning);
    if (opening.outcome !== 'changed') throw new Error('not opened');
    this.state = opening.state;
    this.view = this.#publish(opening);
  }

  happen(event: CaseEvent, now: number): void {
    const isMerge = event.type === 'caseMerged';
    const result = transition(this.state, isMerge ? { ...event, source: otherSource } : event, now);
    if (result.outcome === 'refused') return;
    this.state = result.state;
    if (result.entries.length > 0) this.view = this.#publish(result);
  }

  get folded(): CaseView {
    const fold = foldCase(this.entries, mergedBefore);
    if (!fold?.standing) throw new Error('nothing was told');
    return foldedView(fold, fold.standing, facts.title);
  }

  #publish({ entries, state }: Exclude<Transition, { outcome: 'refused' }>): CaseView {
    const view = caseView(state, runId);
    const told = entries.map((entry, index) =>
      index === entries.length - 1 ? { ...entry, standing: caseStanding(view) } : entry,
    );
    // As the store keeps it.
    this.entries.push(...(JSON.parse(JSON.stringify(told)) as ToldEntry[]));
    return view;
  }
}

describe('the fold of a timeline', () => {
  it('says of a case what its state says, after any sequence of events', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 60, size: 'max' }), (comesWithIncident, steps) => {
        const told = new Told(comesWithIncident ? withIncident : input);
        expect(told.folded).toStrictEqual(told.view);
        steps.forEach((make, index) => told.happen(make(told.state), morning + index + 1));
        for (const { type } of told.entries) seen.set(type, (seen.get(type) ?? 0) + 1);
        expect(told.folded).toStrictEqual(told.view);
      }),
      { numRuns: 500 },
    );
    // Or the property would prove little.
    const types = [
      ...['received', 'assigned', 'acknowledged', 'asked', 'resumed', 'answerMissed', 'resolved', 'reopened', 'closed'],
      ...['escalated', 'overdue', 'acknowledgementMissed', 'handedOver', 'reassigned', 'rated', 'withdrawn'],
      ...[
        'reportAttached',
        'reportDetached',
        'reportWithdrawn',
        'replied',
        'noted',
        'corrected',
        'merged',
        'caseMerged',
      ],
      ...['mergeFailed', 'survivorMoved', 'survivorEnded', 'incidentJoined', 'incidentLeft'],
    ];
    expect([...seen.keys()].sort()).toEqual(types.sort());
  });

  it('of an ended case is all of its view but for a reservation that was freed afterwards', () => {
    let ended = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const told = new Told(input);
        steps.forEach((make, index) => {
          const event = make(told.state);
          if (event.type !== 'fingerprintFreed') told.happen(event, morning + index + 1);
        });
        if (!['closed', 'withdrawn'].includes(told.state.status)) return;
        ended += 1;
        expect(told.folded).toStrictEqual(caseView(told.state, runId));
      }),
      { numRuns: 500 },
    );
    expect(ended).toBeGreaterThan(40);
  });

  it('needs the first report, and stands without what newer versions write beside it', () => {
    const told = new Told(input);
    told.happen({ type: 'reportAttached', report: report('r2', 'abc') }, morning + 1);
    expect(foldCase(told.entries.slice(1), mergedBefore)).toBeNull();
    expect(foldCase([], mergedBefore)).toBeNull();
    const old = told.entries.map(({ standing: _standing, ...entry }) => entry);
    expect(foldCase(old, mergedBefore)).toMatchObject({ standing: null, reporterIds: ['xyz', 'abc'], attempt: 1 });
  });
});
