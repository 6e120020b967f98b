import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedIncident, foldIncident } from '../../../workflows/incident/incident-fold.ts';
import { incidentStanding } from '../../../workflows/incident/incident-standing-types.ts';
import {
  incidentTransition,
  isIncidentOver,
  openIncident,
  type IncidentTransition,
} from '../../../workflows/incident/incident-state.ts';
import type { IncidentEvent, IncidentState, IncidentView } from '../../../workflows/incident/incident-types.ts';
import { incidentView } from '../../../workflows/incident/incident-view.ts';
import type { ToldEntry } from '../../../workflows/kernel/timeline-types.ts';
import { act, incidentInput, member, news, t0 } from './incident-samples.ts';

const caseId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const hour = 3_600_000;

const step = fc.oneof(
  caseId.map((id) => (): IncidentEvent => ({ type: 'linkCases', action: act(), cases: [member(id), member('c4')] })),
  caseId.map((id) => (): IncidentEvent => ({ type: 'unlinkCase', action: act(), caseId: id })),
  caseId.map((id) => (): IncidentEvent => news.joined(id)),
  caseId.map((id) => (): IncidentEvent => news.left(id)),
  caseId.map((id) => (): IncidentEvent => news.resolved(id)),
  fc.constantFrom(null, 'Sudah ada orang di sana.').map((notice) => (): IncidentEvent => ({
    type: 'changeIncident',
    action: act(),
    change: { notice, title: 'SIPD lambat' },
  })),
  fc.constant((state: IncidentState): IncidentEvent => ({
    type: 'deadlinePlanned',
    serial: state.deadline?.serial ?? 0,
    at: t0,
  })),
  fc.constant((): IncidentEvent => ({ type: 'timePassed' })),
);

const resolution = (): IncidentEvent => ({ type: 'resolveIncident', action: act(), resolutionId: 'text' });

class Told {
  entries: ToldEntry[] = [];
  state: IncidentState;
  view: IncidentView;

  constructor() {
    const opening = openIncident(incidentInput({ cases: [member('c1')] }), t0);
    if (opening.outcome !== 'changed') throw new Error('not opened');
    this.state = opening.state;
    this.view = this.#publish(opening);
  }

  happen(event: IncidentEvent, now: number): void {
    const result = incidentTransition(this.state, event, now);
    if (result.outcome === 'refused') return;
    this.state = result.state;
    if (result.entries.length > 0) this.view = this.#publish(result);
  }

  folded(isOver: boolean): IncidentView {
    const fold = foldIncident('i1', this.entries);
    if (!fold?.standing) throw new Error('nothing was told');
    const cases = fold.caseIds.map((id) => ({ caseId: id, number: member(id).number, officeId: '123' }));
    return foldedIncident(fold, fold.standing, { cases, isOver });
  }

  #publish({ entries, state }: Exclude<IncidentTransition, { outcome: 'refused' }>): IncidentView {
    const view = incidentView(state);
    this.entries.push(
      ...entries.map((entry, index) =>
        index === entries.length - 1 ? { ...entry, standing: incidentStanding(view) } : entry,
      ),
    );
    return view;
  }
}

it('the fold of its timeline says of an incident what its state says, after any sequence of events', () => {
  let over = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 10 }), (before, after) => {
      const told = new Told();
      const run = (make: (typeof before)[number], index: number) =>
        told.happen(make(told.state), t0 + (told.state.version + index) * hour);
      before.forEach(run);
      expect(told.folded(false)).toStrictEqual(told.view);
      told.happen(resolution(), t0 + 1000 * hour);
      expect(told.folded(false)).toStrictEqual(told.view);
      after.forEach((make, index) => told.happen(make(told.state), t0 + (1001 + index) * hour));
      for (const { caseId: id } of told.state.members) told.happen(news.resolved(id), t0 + 1012 * hour);
      if (!isIncidentOver(told.state)) return;
      over += 1;
      // Answers of cases are no entries: of the last instant of an ended incident only the last entry is known.
      const { updatedAt, ...view } = told.folded(true);
      const { updatedAt: last, ...wanted } = incidentView(told.state);
      expect(view).toStrictEqual(wanted);
      expect(updatedAt <= last).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(over).toBeGreaterThan(250);
});

it('an incident is not made of a timeline whose beginning is missing', () => {
  expect(foldIncident('i1', new Told().entries.slice(1))).toBeNull();
});
