import { describe, expect, it } from 'vitest';
import {
  incidentTransition,
  isIncidentOver,
  nextInstant,
  openIncident,
} from '../../../workflows/incident/incident-state.ts';
import { mostMembers, type IncidentEvent, type IncidentState } from '../../../workflows/incident/incident-types.ts';
import { incidentView, incidentDetails } from '../../../workflows/incident/incident-view.ts';
import { act, incidentInput, member, news, opened, t0 } from './incident-samples.ts';

function happen(state: IncidentState, event: IncidentEvent, at = t0 + 1) {
  const result = incidentTransition(state, event, at);
  if (result.outcome === 'refused') throw new Error(result.refusal.code);
  return result;
}
const refusalOf = (state: IncidentState, event: IncidentEvent) => {
  const result = incidentTransition(state, event, t0 + 1);
  return result.outcome === 'refused' ? result.refusal.code : null;
};
const resolve = (): IncidentEvent => ({ type: 'resolveIncident', action: act(), resolutionId: 'text' });

describe('an incident', () => {
  it('is opened with cases, each told once, and plans when it is overdue', () => {
    const result = openIncident(incidentInput({ cases: [member('c1'), member('c2'), member('c1')] }), t0);
    if (result.outcome !== 'changed') throw new Error('not opened');
    expect(result.effects.map(({ news: { caseId, no, type } }) => [caseId, no, type])).toEqual([
      ['c1', 1, 'incidentJoined'],
      ['c2', 2, 'incidentJoined'],
    ]);
    expect(result.entries.map(({ caseId, no, type }) => [caseId, no, type])).toEqual([
      ['incident:i1', 1, 'opened'],
      ['incident:i1', 2, 'casesLinked'],
    ]);
    expect(result.state.deadline).toEqual({ serial: 1, from: t0, at: null });
    expect(incidentView(result.state)).toMatchObject({ caseCount: 2, status: 'open', version: 1, dueAt: null });
  });

  it('links and unlinks, and a new link has a higher number', () => {
    let state = opened([member('c1')]);
    const unlinked = happen(state, { type: 'unlinkCase', action: act(), caseId: 'c1' });
    expect(unlinked.effects).toMatchObject([{ workflowId: 'complaint:c1', news: { type: 'incidentLeft', no: 1 } }]);
    const again = happen(unlinked.state, { type: 'linkCases', action: act(), cases: [member('c1')] });
    expect(again.effects).toMatchObject([{ news: { type: 'incidentJoined', no: 2 } }]);
    // News about the first link come late.
    state = again.state;
    expect(happen(state, { ...news.left('c1'), no: 1 }).outcome).toBe('unchanged');
    expect(happen(state, { ...news.left('c1'), no: 2 }).state.members).toEqual([]);
  });

  it('takes cases in that come by themselves, once, and sends back what comes too late', () => {
    const state = happen(opened(), news.joined('c9')).state;
    expect(state.members).toMatchObject([{ caseId: 'c9', no: 0 }]);
    expect(happen(state, news.joined('c9')).outcome).toBe('unchanged');
    const resolved = happen(state, resolve()).state;
    expect(happen(resolved, news.joined('c10'))).toMatchObject({
      outcome: 'unchanged',
      effects: [{ news: { type: 'incidentLeft', caseId: 'c10', no: 0, reason: 'resolved' } }],
    });
  });

  it('is over when every case has answered, and counts those that it resolved', () => {
    const resolving = happen(opened([member('c1'), member('c2'), member('c3')]), resolve());
    expect(resolving.effects).toHaveLength(3);
    expect(resolving.effects[0]).toMatchObject({ news: { type: 'incidentResolved', resolutionId: 'text' } });
    let { state } = resolving;
    expect(state).toMatchObject({ status: 'resolved', deadline: null });
    for (const event of [news.resolved('c1'), { ...news.left('c2'), no: 9 }]) state = happen(state, event).state;
    expect(isIncidentOver(state)).toBe(false);
    expect(nextInstant(state)).toBe(t0 + 1 + 24 * 3_600_000);
    // One that has said that it is resolved by it is not lost by what it says later.
    expect(happen(state, { ...news.left('c1'), no: 9 }).outcome).toBe('unchanged');
    state = happen(state, { type: 'timePassed' }, nextInstant(state) ?? 0).state;
    expect(isIncidentOver(state)).toBe(true);
    expect(incidentView(state)).toMatchObject({ caseCount: 1, resolvedCount: 1 });
    expect(incidentDetails(state)).toContain('1 of 1');
  });

  it('is overdue again and again while it is open, by time that has passed', () => {
    let state = happen(opened(), { type: 'deadlinePlanned', serial: 1, at: t0 + 100 }).state;
    expect(happen(state, { type: 'deadlinePlanned', serial: 1, at: t0 + 5 }).outcome).toBe('unchanged');
    expect(happen(state, { type: 'timePassed' }, t0 + 99).outcome).toBe('unchanged');
    const late = happen(state, { type: 'timePassed' }, t0 + 100);
    expect(late.entries.map(({ type }) => type)).toEqual(['incidentOverdue']);
    state = late.state;
    expect(state).toMatchObject({ overdue: true, deadline: { serial: 2, from: t0 + 100, at: null } });
    expect(incidentDetails(state)).toContain('OVERDUE');
    expect(happen(state, resolve()).state).toMatchObject({ overdue: false });
  });

  it('changes its words, and does each action once', () => {
    const change = { type: 'changeIncident' as const, action: act(), change: { notice: null } };
    const result = happen(opened(), change);
    expect(result).toMatchObject({
      state: { notice: null, title: 'SIPD mati' },
      entries: [{ data: { fields: ['notice'] } }],
    });
    expect(happen(result.state, change)).toMatchObject({ outcome: 'unchanged', state: { version: 2 } });
    expect(happen(opened(), { ...change, change: { title: 'SIPD mati' } }).entries).toEqual([]);
  });

  it('refuses, and says why', () => {
    const state = opened([member('c1')]);
    const done = happen(state, resolve()).state;
    expect(refusalOf(done, resolve())).toBe('Resolved');
    expect(refusalOf(done, { type: 'linkCases', action: act(), cases: [member('c2')] })).toBe('Resolved');
    expect(refusalOf(state, { type: 'unlinkCase', action: act(), caseId: 'c2' })).toBe('NotLinked');
    const submitter = { ...act(), actor: { id: 'xyz', role: 'submitter' as const } };
    expect(refusalOf(state, { type: 'resolveIncident', action: submitter, resolutionId: 't' })).toBe('NotStaff');
    const stale = { ...act(), expectedVersion: 7 };
    expect(refusalOf(state, { type: 'changeIncident', action: stale, change: {} })).toBe('VersionMismatch');
    const many = Array.from({ length: mostMembers }, (_, index) => member(`x${index}`));
    expect(refusalOf(state, { type: 'linkCases', action: act(), cases: many })).toBe('Full');
    const full = happen(opened(), { type: 'linkCases', action: act(), cases: many }).state;
    expect(happen(full, news.joined('y'))).toMatchObject({
      outcome: 'unchanged',
      effects: [{ news: { reason: 'full' } }],
    });
  });
});
