import { describe, expect, it } from 'vitest';
import { transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { action, caseIn, deadline, grantTo, morning, otherCase, report } from './complaint-cases.ts';

type Place = Parameters<typeof caseIn>[0];

const places: Place[] = [
  ...(['received', 'assigned', 'inProgress', 'waitingOnSubmitter', 'escalating', 'tier2', 'resolved'] as const),
  ...(['closed', 'withdrawn', 'merged'] as const),
];

const incident = { incidentId: 'i1', workflowId: 'incident:i1' };
const staff = { id: 'pengawas', role: 'supervisor' as const };

/** What can be tried on a case in any place. `a` is tier 1's agent, `q` tier 2's, `z` never had it. */
const tries: Record<string, (state: CaseState) => CaseEvent> = {
  'new report': () => ({ type: 'reportAttached', report: report('r2', 'abc') }),
  'known report': () => ({ type: 'reportAttached', report: report('r1') }),
  'awaited turn': (state) => grantTo(state, 'b'),
  'stale turn': () => ({ type: 'turnGranted', requestId: 'case/tier-1/99', tier: 'tier-1', agentId: 'b', seq: 9 }),
  'acknowledge by a': () => ({ type: 'acknowledge', action: action('a') }),
  'acknowledge by q': () => ({ type: 'acknowledge', action: action('q') }),
  'acknowledge by supervisor': () => ({ type: 'acknowledge', action: action('pengawas', 'supervisor') }),
  'resolve by a': () => ({ type: 'resolve', action: action('a'), resolutionId: 't' }),
  'resolve by q': () => ({ type: 'resolve', action: action('q'), resolutionId: 't' }),
  'resolve by z': () => ({ type: 'resolve', action: action('z'), resolutionId: 't' }),
  'resolve by submitter': () => ({ type: 'resolve', action: action('xyz', 'submitter'), resolutionId: 't' }),
  'resolve by supervisor': () => ({ type: 'resolve', action: action('pengawas', 'supervisor'), resolutionId: 't' }),
  'escalate by a': () => ({ type: 'escalate', action: action('a'), reasonId: 't' }),
  'escalate by q': () => ({ type: 'escalate', action: action('q'), reasonId: 't' }),
  'escalate by supervisor': () => ({ type: 'escalate', action: action('pengawas', 'supervisor'), reasonId: 't' }),
  'stale resolve': (state) => ({
    type: 'resolve',
    action: action(state.agentId ?? 'pengawas', state.agentId ? 'agent' : 'supervisor', state.version - 1),
    resolutionId: 't',
  }),
  'ask by a': () => ({ type: 'ask', action: action('a'), messageId: 'm' }),
  'ask by q': () => ({ type: 'ask', action: action('q'), messageId: 'm' }),
  'resume by a': () => ({ type: 'resume', action: action('a') }),
  'resume by supervisor': () => ({ type: 'resume', action: action('pengawas', 'supervisor') }),
  'reassign by a': () => ({ type: 'reassign', action: action('a'), agentId: 'b', reasonId: 't' }),
  'reassign by supervisor': () => ({
    type: 'reassign',
    action: action('pengawas', 'supervisor'),
    agentId: 'b',
    reasonId: 't',
  }),
  'reopen by reporter': () => ({ type: 'reopen', action: action('xyz', 'submitter'), reasonId: 't' }),
  'reopen by stranger': () => ({ type: 'reopen', action: action('abc', 'submitter'), reasonId: 't' }),
  'reopen by supervisor': () => ({ type: 'reopen', action: action('pengawas', 'supervisor'), reasonId: 't' }),
  'withdraw by reporter': () => ({ type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 't' }),
  'withdraw by supervisor': () => ({ type: 'withdraw', action: action('pengawas', 'supervisor'), reasonId: 't' }),
  'merge by a': () => ({ type: 'merge', action: action('a'), into: otherCase }),
  'merge by supervisor': () => ({ type: 'merge', action: action('pengawas', 'supervisor'), into: otherCase }),
  'merge into itself': ({ caseId, number }) => ({
    type: 'merge',
    action: action('pengawas', 'supervisor'),
    into: { caseId, number, workflowId: 'complaint:123:f' },
  }),
  'case merged': () => ({
    type: 'caseMerged',
    source: { ...otherCase, reportIds: ['r9'], reporterIds: ['def'], forwarders: [] },
  }),
  'merge failed': () => ({ type: 'mergeFailed' }),
  'survivor moved': () => ({ type: 'survivorMoved', into: { ...otherCase, caseId: 'case-of-third' } }),
  'survivor ended': () => ({ type: 'survivorEnded' }),
  'incident joined': ({ caseId }) => ({ type: 'incidentJoined', caseId, no: 1, incident, actor: staff }),
  'incident left': ({ caseId }) => ({
    ...{ type: 'incidentLeft', caseId, no: 1, incidentId: incident.incidentId, actor: staff, reason: 'unlinked' },
  }),
  'incident resolved': ({ caseId }) => ({
    ...{ type: 'incidentResolved', caseId, no: 1, incidentId: incident.incidentId, actor: staff, resolutionId: 't' },
  }),
  'incident gone': () => ({ type: 'incidentGone', incidentId: incident.incidentId }),
  'rate by reporter': () => ({ type: 'rate', action: action('xyz', 'submitter'), score: 5, commentId: null }),
  'reply by reporter': () => ({
    type: 'messageAdded',
    messageId: 'm9',
    kind: 'reply',
    actor: { id: 'xyz', role: 'submitter' },
  }),
  'note by agent': () => ({ type: 'messageAdded', messageId: 'm9', kind: 'note', actor: { id: 'a', role: 'agent' } }),
  'turn withdrawn': (state) => ({ type: 'turnWithdrawn', requestId: state.requestId ?? 'none', reason: 'leave' }),
  'old turn withdrawn': () => ({ type: 'turnWithdrawn', requestId: 'old', reason: 'leave' }),
  'settings changed': () => ({ type: 'settingsChanged' }),
  'answer deadline': (state) => deadline(state, 'answer'),
  'acknowledge deadline': (state) => deadline(state, 'acknowledge'),
  'resolve deadline': (state) => deadline(state, 'resolve'),
  'reopen deadline': (state) => deadline(state, 'reopen'),
  'unknown deadline': () => ({ type: 'deadlinePassed', serial: 999 }),
  'planned deadline': (state) => ({ type: 'deadlinePlanned', serial: state.deadlineSerial, at: morning }),
  'stale plan': () => ({ type: 'deadlinePlanned', serial: 0, at: morning }),
};

/** `status` = changed to it · `-` = unchanged · `!Code` = refused. One column a place, in the order of `places`. */
const table: Record<string, string> = {
  'new report':
    'received assigned inProgress waitingOnSubmitter escalating assigned received !IllegalInStatus !IllegalInStatus -',
  'known report': '- - - - - - - - - -',
  'awaited turn': 'assigned - - - assigned - - - - -',
  'stale turn': '- - - - - - - - - -',
  'acknowledge by a':
    '!NotAssigned inProgress !IllegalInStatus !IllegalInStatus !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'acknowledge by q':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned inProgress !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'acknowledge by supervisor':
    '!IllegalInStatus inProgress !IllegalInStatus !IllegalInStatus !IllegalInStatus inProgress !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'resolve by a':
    '!NotAssigned resolved resolved resolved !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'resolve by q':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned resolved !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'resolve by z':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'resolve by submitter':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'resolve by supervisor':
    'resolved resolved resolved resolved resolved resolved !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'escalate by a':
    '!NotAssigned escalating escalating escalating !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'escalate by q':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NoHigherTier !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'escalate by supervisor':
    'escalating escalating escalating escalating !IllegalInStatus !NoHigherTier !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'stale resolve':
    '!VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch',
  'ask by a':
    '!NotAssigned waitingOnSubmitter waitingOnSubmitter !IllegalInStatus !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'ask by q':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned waitingOnSubmitter !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'resume by a':
    '!NotAssigned !IllegalInStatus !IllegalInStatus inProgress !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'resume by supervisor':
    '!IllegalInStatus !IllegalInStatus !IllegalInStatus inProgress !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'reassign by a':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'reassign by supervisor':
    'received received received received escalating escalating !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'reopen by reporter':
    '!IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus received !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'reopen by stranger':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'reopen by supervisor':
    '!IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus received !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'withdraw by reporter':
    'withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'withdraw by supervisor':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'merge by a':
    '!NotAssigned merged merged merged !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'merge by supervisor':
    'merged merged merged merged merged merged !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'merge into itself':
    '!Malformed !Malformed !Malformed !Malformed !Malformed !Malformed !Malformed !Malformed !Malformed !Malformed',
  'case merged': 'received assigned inProgress waitingOnSubmitter escalating assigned received - - -',
  'merge failed': '- - - - - - - - - received',
  'survivor moved': '- - - - - - - - - merged',
  'survivor ended': '- - - - - - - - - merged',
  'incident joined': 'received received received received escalating escalating - - - -',
  'incident left': '- - - - - - - - - -',
  'incident resolved': '- - - - - - - - - -',
  'incident gone': '- - - - - - - - - -',
  'rate by reporter':
    '!IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus resolved !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'reply by reporter':
    'received assigned inProgress inProgress escalating assigned resolved !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'note by agent':
    'received assigned inProgress waitingOnSubmitter escalating assigned resolved !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'turn withdrawn': '- received received received - escalating - - - -',
  'old turn withdrawn': '- - - - - - - - - -',
  'settings changed': 'received assigned inProgress waitingOnSubmitter escalating assigned resolved - - -',
  'answer deadline': '- - - inProgress - - - - - -',
  'acknowledge deadline': '- received - - - escalating - - - -',
  'resolve deadline': 'escalating escalating escalating - escalating escalating - - - -',
  'reopen deadline': '- - - - - - closed - - -',
  'unknown deadline': '- - - - - - - - - -',
  'planned deadline': 'received assigned - waitingOnSubmitter escalating assigned resolved - - -',
  'stale plan': '- - - - - - - - - -',
};

describe('every event in every status', () => {
  it('is in the table', () => {
    expect(Object.keys(table)).toEqual(Object.keys(tries));
  });

  for (const [name, row] of Object.entries(table)) {
    const expected = row.trim().split(/\s+/);
    it.each(places.map((place, index) => [place, expected[index]]))(`${name} in %s: %s`, (place, outcome) => {
      const state = caseIn(place as Place);
      const before = structuredClone(state);
      const result = transition(state, tries[name]!(state), morning + 60 * 60_000);
      expect(state).toEqual(before);
      expect(told(result)).toBe(outcome);
    });
  }
});

function told(result: ReturnType<typeof transition>): string {
  if (result.outcome === 'refused') return `!${result.refusal.code}`;
  return result.outcome === 'unchanged' ? '-' : result.state.status;
}
