import { describe, expect, it } from 'vitest';
import { transition } from '../../../workflows/complaint/complaint-state.ts';
import { caseIn, morning } from './complaint-cases.ts';
import { tries } from './complaint-tries.ts';

type Place = Parameters<typeof caseIn>[0];

const places: Place[] = [
  ...(['received', 'assigned', 'inProgress', 'waitingOnSubmitter', 'escalating', 'tier2', 'resolved'] as const),
  ...(['closed', 'withdrawn', 'merged'] as const),
];

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
  'detach by a':
    '!NotAssigned assigned inProgress waitingOnSubmitter !CaseMovedOn !CaseMovedOn resolved !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'detach by supervisor':
    'received assigned inProgress waitingOnSubmitter escalating assigned resolved !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'detach the first':
    '!ReportOpenedCase !ReportOpenedCase !ReportOpenedCase !ReportOpenedCase !ReportOpenedCase !ReportOpenedCase !ReportOpenedCase !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'detach an unknown one':
    '!ReportNotInCase !ReportNotInCase !ReportNotInCase !ReportNotInCase !ReportNotInCase !ReportNotInCase !ReportNotInCase !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'detach by reporter':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'correct by a':
    '!NotAssigned assigned inProgress waitingOnSubmitter !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'correct by supervisor':
    'received assigned inProgress waitingOnSubmitter escalating assigned !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'to another desk by a':
    '!NotAssigned received received received !CaseMovedOn !CaseMovedOn !IllegalInStatus !IllegalInStatus !IllegalInStatus !CaseMovedOn',
  'to another desk by supervisor':
    'received received received received received received !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'correct to what it is':
    '!NothingChanged !NothingChanged !NothingChanged !NothingChanged !NothingChanged !NothingChanged !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'correct by reporter':
    '!NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned !NotAssigned',
  'correct what has changed since':
    '!VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !VersionMismatch !IllegalInStatus !IllegalInStatus !IllegalInStatus !IllegalInStatus',
  'fingerprint reserved': 'received assigned inProgress waitingOnSubmitter escalating assigned resolved - - -',
  'fingerprint freed': '- - - - - - - - - -',
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
