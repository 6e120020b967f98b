import { describe, expect, it } from 'vitest';
import { transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { notificationsOf } from '../../../workflows/notifications/notification-rules.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { action, caseIn, deadline, morning } from './complaint-cases.ts';

/** The line that the event leaves in the timeline, and who besides supervisors is told of it. */
function line(state: CaseState, event: CaseEvent) {
  const result = transition(state, event, morning + 3_600_000);
  if (result.outcome !== 'changed') throw new Error(result.outcome);
  const entry = result.entries.find(({ type }) => type === 'escalated');
  if (!entry) throw new Error('not escalated');
  const notices = notificationsOf(buildCaseView({ agentId: null, reporterIds: ['xyz'] }), entry);
  const told = notices.flatMap(({ kind, recipient }) => ('userId' in recipient ? [`${kind} ${recipient.userId}`] : []));
  return { data: entry.data, told };
}

const bySupervisor = (): CaseEvent => ({ type: 'escalate', action: action('pengawas', 'supervisor'), reasonId: 't' });

describe('an escalated case says whom it has left', () => {
  it.each(['assigned', 'inProgress', 'waitingOnSubmitter'] as const)('%s: its agent, who hears of it', (place) => {
    const wanted = { fromAgentId: 'a', by: 'action', reasonId: 't' };
    expect(line(caseIn(place), bySupervisor())).toEqual({ data: wanted, told: ['takenFromYou a'] });
  });

  it('by its own agent: they know', () => {
    const event: CaseEvent = { type: 'escalate', action: action('a'), reasonId: 't' };
    expect(line(caseIn('inProgress'), event)).toMatchObject({ data: { fromAgentId: 'a' }, told: [] });
  });

  it('by its deadline: its agent hears of it', () => {
    const state = caseIn('inProgress');
    expect(line(state, deadline(state, 'resolve'))).toEqual({
      data: { by: 'deadline', fromAgentId: 'a' },
      told: ['takenFromYou a'],
    });
  });

  it('while it waited for a turn: nobody', () => {
    expect(line(caseIn('received'), bySupervisor())).toMatchObject({ data: { fromAgentId: null }, told: [] });
  });
});
