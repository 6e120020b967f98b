import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry, unread, type CaseTrack } from '../../../api/figures/case-track.ts';
import type { CaseFact, FactKind } from '../../../api/figures/figure-facts.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import { hasEnded, type CaseState } from '../../../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import {
  action,
  deadline,
  facts as caseFacts,
  grantTo,
  morning,
  otherCase,
  report,
} from '../workflows/complaint-cases.ts';

const minute = 60_000;

type Make = (state: CaseState) => CaseEvent;

/** What a real case writes when these happen to it, one each minute; what it refuses leaves no line. */
function played(steps: Make[]): { state: CaseState; entries: TimelineEntry[] } {
  const opening = openCase({ facts: caseFacts, firstReport: report('r1'), previousCaseId: null }, morning);
  if (opening.outcome !== 'changed') throw new Error('not opened');
  let { state } = opening;
  const entries = [...opening.entries];
  steps.forEach((make, index) => {
    const result = transition(state, make(state), morning + (index + 1) * minute);
    if (result.outcome !== 'changed') return;
    state = result.state;
    entries.push(...result.entries);
  });
  return { state, entries };
}

function readAll(entries: TimelineEntry[]): { track: CaseTrack; facts: CaseFact[] } {
  let track = unread;
  const facts: CaseFact[] = [];
  for (const entry of entries) {
    const read = readEntry(track, entry);
    track = read.track;
    facts.push(...read.facts);
  }
  return { track, facts };
}

const grant =
  (agentId: string): Make =>
  (state) =>
    grantTo(state, agentId);
const late =
  (kind: 'acknowledge' | 'resolve' | 'answer' | 'reopen'): Make =>
  (state) =>
    deadline(state, kind);
const acknowledge =
  (agentId: string): Make =>
  () => ({ type: 'acknowledge', action: action(agentId) });
const resolve =
  (agentId: string): Make =>
  () => ({ type: 'resolve', action: action(agentId), resolutionId: 't' });
const escalate =
  (agentId: string): Make =>
  () => ({ type: 'escalate', action: action(agentId), reasonId: 't' });
const attach =
  (id: string, by = 'xyz'): Make =>
  () => ({ type: 'reportAttached', report: report(id, by) });

const factsOf = (...steps: Make[]) => readAll(played(steps).entries).facts;
const named = (facts: CaseFact[], ...kinds: FactKind[]) =>
  facts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, agentId, tier, value }) => [kind, agentId, tier, value]);

const deadlines: FactKind[] = [
  ...(['acknowledgeMet', 'acknowledgeMissed', 'resolveTier1Met', 'resolveTier1Missed'] as const),
  ...(['resolveTier2Met', 'resolveTier2Missed'] as const),
];

describe('the timeline of a case is read as', () => {
  it('what came in, to whom it went, and how long each part took', () => {
    const facts = factsOf(attach('r2'), grant('a'), attach('r3'), acknowledge('a'), resolve('a'), late('reopen'));
    expect(facts.map(({ kind }) => kind).sort()).toEqual(
      [
        ...(['casesReceived', 'reportsReceived', 'reportsReceived', 'reportAttached', 'reportsReceived'] as const),
        ...(['reportAttached', 'assigned', 'toAssigned', 'acknowledgeMet', 'toAcknowledged', 'resolved'] as const),
        ...(['handling', 'toResolved', 'resolveTier1Met', 'closed'] as const),
      ].sort(),
    );
    expect(named(facts, 'toAssigned', 'toAcknowledged', 'handling', 'toResolved')).toEqual([
      ['toAssigned', 'a', 'tier-1', 2 * minute],
      ['toAcknowledged', 'a', 'tier-1', 2 * minute],
      ['handling', 'a', 'tier-1', 3 * minute],
      ['toResolved', 'a', 'tier-1', 5 * minute],
    ]);
    expect(facts.filter(({ kind }) => kind === 'reportAttached').map(({ about }) => about)).toEqual(['r2', 'r3']);
  });

  it('a missed acknowledgement for each agent who let it pass, and one met by who worked on it without saying so', () => {
    const facts = factsOf(grant('a'), late('acknowledge'), grant('b'), late('acknowledge'), grant('a'), resolve('a'));
    expect(named(facts, ...deadlines)).toEqual([
      ['acknowledgeMissed', 'a', 'tier-1', 1],
      ['acknowledgeMissed', 'b', 'tier-1', 1],
      ['acknowledgeMet', 'a', 'tier-1', 1],
      ['resolveTier1Met', 'a', 'tier-1', 1],
    ]);
  });

  it('a tier-1 deadline met by handing over in time, and missed when time hands over', () => {
    expect(named(factsOf(grant('a'), acknowledge('a'), escalate('a')), ...deadlines, 'escalated')).toEqual([
      ['acknowledgeMet', 'a', 'tier-1', 1],
      ['escalated', 'a', 'tier-1', 1],
      ['resolveTier1Met', 'a', 'tier-1', 1],
    ]);
    // Whoever had not acknowledged yet has neither met nor missed that deadline.
    expect(named(factsOf(grant('a'), late('resolve')), ...deadlines, 'escalated')).toEqual([
      ['escalated', 'a', 'tier-1', 1],
      ['resolveTier1Missed', 'a', 'tier-1', 1],
    ]);
    expect(named(factsOf(late('resolve')), ...deadlines)).toEqual([['resolveTier1Missed', null, 'tier-1', 1]]);
  });

  it('a tier-2 deadline missed once, however often the case is late', () => {
    const inTier2 = [grant('a'), escalate('a'), grant('q'), acknowledge('q')];
    const lateTwice = [...inTier2, late('resolve'), grant('r'), late('resolve'), grant('q'), resolve('q')];
    expect(named(factsOf(...lateTwice), 'overdue', 'resolveTier2Met', 'resolveTier2Missed')).toEqual([
      ['overdue', 'q', 'tier-2', 1],
      ['resolveTier2Missed', 'q', 'tier-2', 1],
      ['overdue', 'r', 'tier-2', 1],
    ]);
    expect(named(factsOf(...inTier2, resolve('q')), 'resolveTier2Met')).toEqual([
      ['resolveTier2Met', 'q', 'tier-2', 1],
    ]);
  });

  it('handling without the time that the case waited on its submitter', () => {
    const ask: Make = () => ({ type: 'ask', action: action('a'), messageId: 'm' });
    const resume: Make = () => ({ type: 'resume', action: action('a') });
    const handling = (...steps: Make[]) => named(factsOf(grant('a'), ...steps), 'handling')[0]?.[3];
    expect(handling(ask, resume, resolve('a'))).toBe(2 * minute);
    expect(handling(ask, late('answer'), ask, resume, resolve('a'))).toBe(3 * minute);
    expect(handling(ask, resolve('a'))).toBe(1 * minute);
  });

  it('a reopening with a new deadline, and with the report that caused it', () => {
    const solved = [grant('a'), resolve('a')];
    const facts = factsOf(...solved, attach('r2'), grant('b'), resolve('b'));
    expect(named(facts, 'reopened', 'reopenedByReport', 'resolveTier1Met', 'toResolved')).toEqual([
      ['toResolved', 'a', 'tier-1', 2 * minute],
      ['resolveTier1Met', 'a', 'tier-1', 1],
      ['reopened', 'a', 'tier-1', 1],
      ['reopenedByReport', 'a', 'tier-1', 1],
      ['resolveTier1Met', 'b', 'tier-1', 1],
    ]);
    const reopen: Make = () => ({ type: 'reopen', action: action('xyz', 'submitter'), reasonId: 'm' });
    expect(named(factsOf(...solved, reopen), 'reopened', 'reopenedByReport')).toEqual([['reopened', 'a', 'tier-1', 1]]);
  });

  it('a rating of the agent who has solved it, with who gave it', () => {
    const rate: Make = () => ({ type: 'rate', action: action('xyz', 'submitter'), score: 4, commentId: null });
    const rating = factsOf(grant('a'), resolve('a'), rate).filter(({ kind }) => kind === 'rated');
    expect(rating).toEqual([{ kind: 'rated', agentId: 'a', tier: 'tier-1', value: 4, about: 'xyz' }]);
  });

  it('neither met nor missed when the case ends otherwise', () => {
    const withdraw: Make = () => ({ type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 'm' });
    const merge: Make = () => ({ type: 'merge', action: action('a'), into: otherCase });
    expect(named(factsOf(grant('a'), withdraw), ...deadlines, 'withdrawn')).toEqual([['withdrawn', 'a', 'tier-1', 1]]);
    const merged = factsOf(grant('a'), merge, () => ({ type: 'mergeFailed' }), grant('b'), resolve('b'));
    expect(named(merged, ...deadlines, 'merged', 'assigned')).toEqual([
      ['assigned', 'a', 'tier-1', 1],
      ['merged', 'a', 'tier-1', 1],
      ['assigned', 'b', 'tier-1', 1],
      ['acknowledgeMet', 'b', 'tier-1', 1],
      ['resolveTier1Met', 'b', 'tier-1', 1],
    ]);
  });
});

const agentA = { id: 'a', role: 'agent' as const };
const incident = { incidentId: 'i', workflowId: 'incident:i' };

const step: fc.Arbitrary<Make> = fc.oneof(
  fc.constantFrom('a', 'b', 'q').map(grant),
  fc.constantFrom('a', 'b', 'q').map(acknowledge),
  fc.constantFrom('a', 'b', 'q').map(resolve),
  fc.constantFrom('a', 'b').map(escalate),
  fc.constantFrom('acknowledge' as const, 'resolve' as const, 'answer' as const, 'reopen' as const).map(late),
  fc.integer({ min: 2, max: 9 }).map((n) => attach(`r${n}`, `s${n % 2}`)),
  fc.constantFrom<Make>(
    () => ({ type: 'ask', action: action('a'), messageId: 'm' }),
    () => ({ type: 'resume', action: action('pengawas', 'supervisor') }),
    () => ({ type: 'reassign', action: action('pengawas', 'supervisor'), agentId: null, reasonId: 'm' }),
    () => ({ type: 'reopen', action: action('pengawas', 'supervisor'), reasonId: 'm' }),
    () => ({ type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 'm' }),
    () => ({ type: 'merge', action: action('pengawas', 'supervisor'), into: otherCase }),
    () => ({ type: 'mergeFailed' }),
    () => ({ type: 'survivorEnded' }),
    ({ caseId }) => ({ type: 'incidentJoined', caseId, no: 1, actor: agentA, incident }),
    ({ caseId }) => ({ type: 'incidentLeft', caseId, no: 1, actor: agentA, incidentId: 'i', reason: 'r' }),
    ({ caseId }) => ({ type: 'incidentResolved', caseId, no: 1, actor: agentA, incidentId: 'i', resolutionId: 't' }),
    (state) => ({ type: 'turnWithdrawn', requestId: state.requestId ?? '', reason: 'leave' }),
  ),
);

it('is read to stand as the case itself stands, whatever happens to it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { state, entries } = played(steps);
      const { track, facts } = readAll(entries);
      expect(track.no).toBe(entries.length);
      expect(track.tier).toBe(state.tier);
      expect(track.hasEnded).toBe(hasEnded(state));
      if (!hasEnded(state)) {
        expect(track.agentId).toBe(state.agentId);
        expect(track.awaitsAcknowledgement).toBe(state.status === 'assigned');
        expect(track.askedAt !== null).toBe(state.status === 'waitingOnSubmitter');
        expect(track.tierDeadline !== null).toBe(state.deadlines.some(({ kind }) => kind === 'resolve'));
      }
      const count = (...kinds: FactKind[]) => facts.filter(({ kind }) => kinds.includes(kind)).length;
      expect(count('reportsReceived')).toBe(state.reportIds.length);
      expect(count('casesReceived')).toBe(1);
      // No assignment and no tier's work is judged twice.
      expect(count('acknowledgeMet', 'acknowledgeMissed')).toBeLessThanOrEqual(count('assigned'));
      // A wait with an incident has no deadline; what follows it is another stretch of work.
      const begun =
        count('casesReceived', 'escalated', 'reopened') +
        entries.filter(({ type }) => ['mergeFailed', 'incidentJoined'].includes(type)).length;
      expect(count(...deadlines.slice(2))).toBeLessThanOrEqual(begun);
      expect(count('handling')).toBeLessThanOrEqual(count('resolved'));
      for (const { value } of facts) expect(value).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
