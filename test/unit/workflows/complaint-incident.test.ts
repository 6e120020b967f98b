import { describe, expect, it } from 'vitest';
import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { action, caseIn, deadline, facts, grantTo, morning, otherCase, report } from './complaint-cases.ts';

const incident = { incidentId: 'i1', workflowId: 'incident:i1' };
const staff = { id: 'pengawas', role: 'supervisor' as const };
const link = ({ caseId }: CaseState, no = 1) => ({ caseId, no, actor: staff });

const joined = (state: CaseState, no = 1): CaseEvent => ({ type: 'incidentJoined', ...link(state, no), incident });
const left = (state: CaseState, no = 1): CaseEvent => ({
  ...{ type: 'incidentLeft', ...link(state, no), incidentId: 'i1', reason: 'unlinked' },
});
const resolved = (state: CaseState, no = 1): CaseEvent => ({
  ...{ type: 'incidentResolved', ...link(state, no), incidentId: 'i1', resolutionId: 't' },
});

function happen(state: CaseState, event: CaseEvent) {
  const result = transition(state, event, morning + 3_600_000);
  if (result.outcome === 'refused') throw new Error(result.refusal.code);
  return result;
}

const linked = (place: Parameters<typeof caseIn>[0] = 'inProgress') => {
  const state = caseIn(place);
  return happen(state, joined(state)).state;
};
const told = (effects: { type: string }[]) => effects.filter(({ type }) => type === 'tellIncident');
const taking = (effects: { type: string }[]) => effects.filter(({ type }) => type === 'requestTurn');

describe('a case that is linked to an incident', () => {
  it('gives its turn and its sessions back, and waits without agent and clock', () => {
    const state = caseIn('inProgress');
    const result = happen(state, joined(state));
    expect(result.state).toMatchObject({
      ...{ status: 'received', agentId: null, requestId: null, deadlines: [], formerAgentIds: ['a'] },
      incident: { ...incident, no: 1 },
    });
    expect(result.effects).toEqual([
      { type: 'releaseTurn', deskId: 'layanan', tier: 'tier-1', requestId: state.requestId },
      { type: 'leaveServers', agentId: 'a' },
    ]);
    expect(result.entries).toMatchObject([
      { type: 'incidentJoined', actor: staff, data: { incidentId: 'i1', agentId: 'a' } },
    ]);
  });

  it('gives a turn back that was on its way', () => {
    const state = caseIn('received');
    const grant = grantTo(state, 'b');
    const { state: waiting } = happen(state, joined(state));
    const late = happen(waiting, grant);
    expect(late).toMatchObject({
      outcome: 'unchanged',
      effects: [{ type: 'releaseTurn', requestId: state.requestId }],
    });
  });

  it('takes a turn again when it is unlinked, with a time of its own', () => {
    const result = happen(linked('tier2'), left(linked('tier2')));
    expect(result.state).toMatchObject({ status: 'escalating', agentId: null, attempt: 2 });
    expect(result.state.incident).toBeUndefined();
    expect(result.state.deadlines).toMatchObject([{ kind: 'resolve', at: null }]);
    expect(taking(result.effects)).toMatchObject([{ tier: 'tier-2' }]);
    expect(told(result.effects)).toMatchObject([{ news: { type: 'caseLeft', no: 1, reason: 'unlinked' } }]);
  });

  it('is resolved with its incident, says so, and is reopened like any other, by turn', () => {
    const state = linked();
    const result = happen(state, resolved(state));
    expect(result.state).toMatchObject({ status: 'resolved', resolutionId: 't', incident: { isResolved: true } });
    expect(result.entries).toMatchObject([{ type: 'resolved', actor: staff, data: { incidentId: 'i1' } }]);
    expect(told(result.effects)).toMatchObject([{ news: { type: 'caseResolved' } }]);
    expect(told(happen(result.state, resolved(state)).effects)).toMatchObject([{ news: { type: 'caseResolved' } }]);
    const again = happen(result.state, { type: 'reopen', action: action('xyz', 'submitter'), reasonId: 'm' });
    expect(again.state).toMatchObject({ status: 'received' });
    expect(again.state.incident).toBeUndefined();
    expect(taking(again.effects)).toMatchObject([{ request: { preferredAgentId: null } }]);
    expect(told(again.effects)).toEqual([]);
    const closed = happen(result.state, deadline(result.state, 'reopen'));
    expect(closed.state).toMatchObject({ status: 'closed', incident: { incidentId: 'i1' } });
  });

  it.each<[string, CaseEvent, string, string, number]>([
    [
      'resolved by a supervisor',
      { type: 'resolve', action: action('s', 'supervisor'), resolutionId: 't' },
      'resolved',
      'resolved',
      0,
    ],
    [
      'reassigned',
      { type: 'reassign', action: action('s', 'supervisor'), agentId: 'b', reasonId: 'm' },
      'received',
      'takenUp',
      1,
    ],
    ['escalated', { type: 'escalate', action: action('s', 'supervisor'), reasonId: 'm' }, 'escalating', 'takenUp', 1],
    ['withdrawn', { type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 'm' }, 'withdrawn', 'withdrawn', 0],
    ['merged', { type: 'merge', action: action('s', 'supervisor'), into: otherCase }, 'merged', 'merged', 0],
  ])('leaves it when it is %s, and says so', (_how, event, status, reason, turns) => {
    const result = happen(linked(), event);
    expect(result.state).toMatchObject({ status });
    expect(result.state.incident).toBeUndefined();
    expect(told(result.effects)).toMatchObject([{ incident, news: { type: 'caseLeft', no: 1, reason } }]);
    expect(taking(result.effects)).toHaveLength(turns);
  });

  it('takes in reports, replies and merged cases, and waits on', () => {
    const events: CaseEvent[] = [
      { type: 'reportAttached', report: report('r2', 'abc') },
      { type: 'messageAdded', messageId: 'm', kind: 'reply', actor: { id: 'xyz', role: 'submitter' } },
      { type: 'caseMerged', source: { ...otherCase, reportIds: ['r9'], reporterIds: ['def'], forwarders: [] } },
    ];
    const result = events.reduce((state, event) => happen(state, event).state, linked());
    expect(result).toMatchObject({ incident, requestId: null, reporterIds: ['xyz', 'abc', 'def'] });
  });

  it('is not moved by stale news, by another incident, or by news for an earlier case', () => {
    const first = caseIn('received');
    const state = happen(first, joined(first, 3)).state;
    for (const stale of [left(state, 2), joined(state, 2), { type: 'settingsChanged' as const }]) {
      expect(happen(state, stale)).toMatchObject({ outcome: 'unchanged', effects: [] });
    }
    const other = { ...joined(state, 1), incident: { incidentId: 'i2', workflowId: 'incident:i2' } } as CaseEvent;
    expect(told(happen(state, other).effects)).toMatchObject([
      { incident: { incidentId: 'i2' }, news: { type: 'caseLeft', reason: 'otherIncident' } },
    ]);
    const earlier = { ...resolved(state), caseId: 'case-before' } as CaseEvent;
    expect(told(happen(state, earlier).effects)).toMatchObject([{ news: { type: 'caseLeft', caseId: 'case-before' } }]);
    expect(happen(state, joined(state, 4)).state.incident?.no).toBe(4);
  });

  it.each(['resolved', 'closed', 'withdrawn', 'merged'] as const)(
    'is none when it is %s: the incident hears it',
    (place) => {
      const state = caseIn(place);
      const result = happen(state, joined(state));
      expect(result.outcome).toBe('unchanged');
      expect(told(result.effects)).toMatchObject([{ news: { type: 'caseLeft', no: 1, reason: 'ended' } }]);
      expect(told(happen(state, resolved(state)).effects)).toMatchObject([{ news: { type: 'caseLeft' } }]);
    },
  );
});

describe('a case that comes with an incident', () => {
  const opening = openCase({ facts, firstReport: report('r1'), previousCaseId: null, incident }, morning);
  if (opening.outcome !== 'changed') throw new Error('not opened');

  it('asks for no turn and tells the incident', () => {
    expect(opening.state).toMatchObject({ status: 'received', attempt: 0, requestId: null, deadlines: [] });
    expect(opening.entries.map(({ type }) => type)).toEqual(['received', 'incidentJoined']);
    expect(opening.effects).toMatchObject([
      {
        type: 'tellIncident',
        incident,
        news: { type: 'caseJoined', member: { caseId: 'case-of-r1', officeId: '123' } },
      },
    ]);
  });

  it('goes by turn when the incident is over, or does not take it', () => {
    for (const event of [{ type: 'incidentGone' as const, incidentId: 'i1' }, left(opening.state, 0)]) {
      const result = happen(opening.state, event);
      expect(result.state).toMatchObject({ attempt: 1 });
      expect(result.state.incident).toBeUndefined();
      expect(taking(result.effects)).toHaveLength(1);
    }
    expect(happen(opening.state, { type: 'incidentGone', incidentId: 'i2' }).outcome).toBe('unchanged');
  });
});
