import { describe, expect, it } from 'vitest';
import { checkObservations } from '../../../dev/chaos/check/check-observations.ts';
import type { Invariant, Observations } from '../../../dev/chaos/check/observations.ts';
import { soundObservations } from './sound-observations.ts';

/** Something that must not be, planted into what was seen of a sound desk. */
type Plant = (seen: Observations) => unknown;

const planted: [Invariant, string, Plant][] = [
  ['I1', 'an answered report is lost', (seen) => seen.reports.pop()],
  ['I1', 'a report is in no case', (seen) => (seen.reports[0]!.placedCaseId = null)],
  ['I1', 'a report is in another case than was said', (seen) => (seen.reports[0]!.placedCaseId = 'two')],
  ['I1', 'a retry opens a second case', (seen) => seen.journal[0]!.attempts.push({ ...answered(seen), caseId: 'two' })],
  [
    'I1',
    'a retry makes a second report',
    (seen) => seen.journal[0]!.attempts.push({ ...answered(seen), reportId: 'x' }),
  ],
  ['I1', 'what was sent is never taken in', (seen) => seen.journal[0]!.attempts.pop()],
  ['I1', 'what must be refused is taken in', (seen) => (seen.journal[0]!.expects = 'refused')],
  ['I1', 'a report appears that nobody sent', (seen) => seen.reports.push({ ...seen.reports[0]!, reportId: 'ghost' })],
  ['I2', 'a problem is open twice in the store', (seen) => (seen.cases[1]!.fingerprint = 'one')],
  ['I2', 'two runs of a case are open', (seen) => seen.runs.push({ ...seen.runs[0]!, runId: 'other' })],
  ['I2', 'reports of one problem lie in two open cases', (seen) => (seen.reports[1]!.fingerprint = 'one')],
  ['I3', 'a turn is missing', (seen) => seen.turns.shift()],
  ['I3', 'a turn is there twice', (seen) => seen.turns.push({ ...seen.turns[1]! })],
  ['I3', 'the last turn was dealt and is not there', (seen) => seen.turns.pop()],
  ['I3', 'somebody is served out of turn', (seen) => (seen.turns[1]!.agentId = 'petugas-a')],
  ['I3', 'the order of arrival is not kept', (seen) => seen.rotations[0]!.events.reverse()],
  ['I4', 'the same news twice', (seen) => seen.notifications.push({ ...seen.notifications[0]!, notificationId: 'x' })],
  ['I4', 'somebody is not told', (seen) => seen.notifications.shift()],
  ['I4', 'a mail goes out under another Message-ID', (seen) => (seen.mails[1]!.messageId = 'other')],
  ['I4', 'a mail that counts as sent has not arrived', (seen) => (seen.mails = [{ messageId: 'other', to: 'x' }])],
  ['I4', 'a mail is never sent', (seen) => (seen.mailRows[0]!.state = 'due')],
  ['I5', 'an open case does not run', (seen) => seen.runs.shift()],
  [
    'I5',
    'a run has no row',
    (seen) => seen.runs.push({ ...seen.runs[0]!, workflowId: 'complaint:123:x', caseId: 'x' }),
  ],
  ['I5', 'an ended case runs on', (seen) => (seen.cases[0]!.status = 'closed')],
  ['I5', 'a workflow has failed', (seen) => (seen.runs[2]!.status = 'FAILED')],
  ['I5', 'a turn is for a case that is not there', (seen) => (seen.turns[0]!.caseId = 'x')],
  ['I5', 'a case counts another number of reports', (seen) => (seen.cases[0]!.reportCount = 2)],
  ['I5', 'an agent keeps a place without a case', (seen) => (seen.cases[0]!.status = 'resolved')],
  ['I5', 'an agent has a case without a place', (seen) => seen.rotations[0]!.assignments.pop()],
  ['I6', 'an entry is missing', (seen) => seen.timelines.shift()],
  ['I6', 'an entry was changed', (seen) => (seen.timelines[1]!.data = { agentId: 'petugas-b' })],
  ['I6', 'a case has no timeline', (seen) => (seen.timelines = [])],
  ['I7', 'a history does not replay', (seen) => (seen.histories[0]!.replayError = 'Nondeterminism')],
  ['I7', 'a task has failed for nondeterminism', (seen) => (seen.histories[0]!.nondeterminism = 'TMPRL1100')],
  ['I7', 'a history grows without end', (seen) => (seen.histories[0]!.events = 20_000)],
  ['I8', 'two were seen on a server for one', (seen) => seen.servers[1]!.live.push({ sessionId: 'first', token: 1 })],
  ['I8', 'two leases overlap', (seen) => (seen.sessions[0]!.endedAt = null)],
  ['I8', 'a token is given twice', (seen) => (seen.sessions[1]!.token = 1)],
  ['I8', 'somebody overtakes', (seen) => (seen.sessions[1]!.requestedAt = '2026-01-05T01:00:00.000Z')],
  ['I8', 'a lease outlives its case', (seen) => (seen.cases[0]!.status = 'closed')],
  ['I8', 'a lease outlives the turn of its agent', (seen) => (seen.cases[0]!.agentId = 'petugas-b')],
  ['also', 'it does not come to rest', (seen) => seen.unsettled.push('a report is in no case')],
];

const answered = (seen: Observations) => seen.journal[0]!.attempts[1]!;

describe('the checker of the fault harness', () => {
  it('finds nothing wrong with a sound desk', () => {
    expect(checkObservations(soundObservations())).toEqual([]);
  });

  it.each(planted)('%s: sees that %s', (invariant, _what, plant) => {
    const seen = soundObservations();
    plant(seen);
    expect(checkObservations(seen).map((violation) => violation.invariant)).toContain(invariant);
  });

  it('has something planted for every invariant', () => {
    const all = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'also'];
    expect([...new Set(planted.map(([invariant]) => invariant))]).toEqual(all);
  });
});
