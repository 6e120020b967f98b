import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOver, openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEffect, CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { chainStart, entryHash } from '../../../workflows/kernel/timeline-chain.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { correctionOf, detachmentOf, facts, morning, otherCase, report } from './complaint-cases.ts';
import { expectReporters, expectToBeFound, home } from './complaint-soundness.ts';

const agents = ['a', 'b', 'q'];
const actor = fc.oneof(
  fc.constantFrom(...agents).map((id) => ({ id, role: 'agent' as const })),
  fc.constant({ id: 'pengawas', role: 'supervisor' as const }),
);
const actionId = fc.integer({ min: 0, max: 40 }).map(String);
const actionRef = fc.record({ actionId, actor });
const reporter = fc.constantFrom('xyz', 's0', 's1', 's2').map((id) => ({ id, role: 'submitter' as const }));
const reporterRef = fc.record({ actionId, actor: reporter });

/** News of two incidents, some of them stale or about an earlier link. */
const incidentStep = fc
  .record({
    incidentId: fc.constantFrom('i1', 'i2'),
    no: fc.nat(3),
    kind: fc.constantFrom('incidentJoined' as const, 'incidentLeft', 'incidentResolved', 'incidentGone'),
    own: fc.boolean(),
  })
  .map(({ incidentId, kind, no, own }) => (state: CaseState): CaseEvent => {
    const link = { caseId: own ? state.caseId : 'another', no, actor: { id: 'pengawas', role: 'supervisor' as const } };
    if (kind === 'incidentJoined') {
      return { type: kind, ...link, incident: { incidentId, workflowId: `incident:${incidentId}` } };
    }
    if (kind === 'incidentLeft') return { type: kind, ...link, incidentId, reason: 'unlinked' };
    return kind === 'incidentGone'
      ? { type: kind, incidentId }
      : { type: kind, ...link, incidentId, resolutionId: 't' };
  });
/** The first report of the case is r1. */
const senderOf = (n: number) => (n === 1 ? 'xyz' : `s${n % 3}`);

/** An event, made for the state that it meets: most are plausible, some are stale. */
const step = fc.oneof(
  fc
    .integer({ min: 1, max: 8 })
    .map((n) => (): CaseEvent => ({ type: 'reportAttached', report: report(`r${n}`, senderOf(n)) })),
  fc
    .record({ agentId: fc.constantFrom(...agents), stale: fc.boolean() })
    .map(({ agentId, stale }) => (state: CaseState): CaseEvent => ({
      type: 'turnGranted',
      requestId: stale ? `${state.caseId}/tier-1/1` : (state.requestId ?? 'none'),
      tier: state.tier,
      agentId,
      seq: 1,
    })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'acknowledge', action })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'resolve', action, resolutionId: 't' })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'escalate', action, reasonId: 't' })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'ask', action, messageId: 'm' })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'resume', action })),
  fc
    .record({ action: actionRef, agentId: fc.option(fc.constantFrom(...agents)) })
    .map((wish) => (): CaseEvent => ({ type: 'reassign', reasonId: 't', ...wish })),
  fc.oneof(actionRef, reporterRef).map((action) => (): CaseEvent => ({ type: 'reopen', action, reasonId: 't' })),
  reporterRef.map((action) => (): CaseEvent => ({ type: 'withdraw', action, reasonId: 't' })),
  fc
    .record({ action: reporterRef, score: fc.integer({ min: 1, max: 5 }) })
    .map((rating) => (): CaseEvent => ({ type: 'rate', commentId: null, ...rating })),
  fc
    .record({
      n: fc.nat(5),
      kind: fc.constantFrom('reply' as const, 'note' as const),
      author: fc.oneof(actor, reporter),
    })
    .map(({ n, kind, author }) => (): CaseEvent => ({
      type: 'messageAdded',
      messageId: `message-${n}`,
      kind,
      actor: author,
    })),
  fc.boolean().map((stale) => (state: CaseState): CaseEvent => ({
    type: 'turnWithdrawn',
    requestId: stale ? 'old' : (state.requestId ?? 'none'),
    reason: 'leave',
  })),
  fc.constant((): CaseEvent => ({ type: 'settingsChanged' })),
  actionRef.map((action) => (): CaseEvent => ({ type: 'merge', action, into: otherCase })),
  fc
    .record({
      action: actionRef,
      to: fc.record({
        deskId: fc.constantFrom('layanan', 'lain'),
        systemId: fc.constantFrom('sipd', 'kas'),
        serverId: fc.constantFrom(null, 'srv-123'),
        category: fc.constantFrom('login', 'cetak'),
      }),
      occupiedBy: fc.option(fc.constant(otherCase), { freq: 3 }),
    })
    .map(({ action, occupiedBy, to }) => (state: CaseState): CaseEvent => ({
      type: 'correct',
      action,
      correction: correctionOf(state, to),
      reasonId: 't',
      occupiedBy,
    })),
  fc.record({ n: fc.nat(2), isLeading: fc.boolean() }).map(({ n, isLeading }) => (): CaseEvent => ({
    type: 'fingerprintFreed',
    fingerprint: `reserved-${n}`,
    isLeading,
  })),
  fc.nat(2).map((n) => (): CaseEvent => ({ type: 'fingerprintReserved', fingerprint: `reserved-${n}` })),
  fc.record({ action: actionRef, n: fc.integer({ min: 1, max: 8 }) }).map(({ action, n }) => (): CaseEvent => ({
    type: 'detach',
    action,
    detachment: detachmentOf(`r${n}`, senderOf(n)),
    reasonId: null,
  })),
  fc
    .constantFrom<CaseEvent>(
      { type: 'caseMerged', source: { ...otherCase, reportIds: ['r9'], reporterIds: ['s9'], forwarders: [] } },
      { type: 'mergeFailed' },
      { type: 'survivorMoved', into: { ...otherCase, caseId: 'third' } },
      { type: 'survivorEnded' },
    )
    .map((event) => (): CaseEvent => event),
  incidentStep,
  fc
    .nat(3)
    .map((back) => (state: CaseState): CaseEvent => ({ type: 'deadlinePassed', serial: state.deadlineSerial - back })),
  fc.nat(2).map((back) => (state: CaseState): CaseEvent => ({
    type: 'deadlinePlanned',
    serial: state.deadlineSerial - back,
    at: morning,
  })),
);

/** Places at rotations that the case holds or asks for, as its effects tell. */
function ledger(
  open: Map<string, string>,
  asked: Set<string>,
  effects: CaseEffect[],
  { facts: known }: CaseState,
): void {
  for (const effect of effects) {
    // A stale turn is given back too; whatever is held is given back at the desk where it was asked for.
    if (effect.type === 'releaseTurn') {
      const deskId = open.get(effect.requestId);
      if (deskId !== undefined) expect(effect.deskId).toBe(deskId);
      open.delete(effect.requestId);
    }
    if (effect.type === 'requestTurn') {
      if (effect.request.supersedes !== null) open.delete(effect.request.supersedes);
      // A desk remembers what it was asked: no request is ever made twice, wherever the case has been.
      expect(asked.has(effect.request.requestId)).toBe(false);
      asked.add(effect.request.requestId);
      open.set(effect.request.requestId, known.deskId);
      expect(effect.request.workflowId).toBe(home);
    }
  }
}

function expectSound(state: CaseState, places: Map<string, string>): void {
  expectToBeFound(state);
  const incident = state.incident?.isResolved ? undefined : state.incident;
  if (incident) expectWaitingWithIncident(state, places);
  else expectSoundAlone(state, places);
  if (state.incident?.isResolved) expect(['resolved', 'closed']).toContain(state.status);
}

/** No agent, no turn held or asked for, no clock of its own. */
function expectWaitingWithIncident(state: CaseState, places: Map<string, string>): void {
  expect(['received', 'escalating']).toContain(state.status);
  expect([state.agentId, state.requestId, state.deadlines, state.overdue]).toEqual([null, null, [], false]);
  expect([...places]).toEqual([]);
}

function expectSoundAlone(state: CaseState, places: Map<string, string>): void {
  const waits = ['received', 'escalating'].includes(state.status);
  const held = waits || ['assigned', 'inProgress', 'waitingOnSubmitter'].includes(state.status);
  expect([...places]).toEqual(held ? [[state.requestId, state.facts.deskId]] : []);
  if (waits) expect(state.agentId).toBeNull();
  if (held && !waits) expect(state.agentId).not.toBeNull();
  const running = state.deadlines.filter(({ pausedAt }) => pausedAt === undefined);
  // A merged case waits for the surviving one, which has deadlines.
  expect(running.length > 0).toBe(!isOver(state) && state.status !== 'merged');
  expect(new Set(state.deadlines.map(({ kind }) => kind)).size).toBe(state.deadlines.length);
  expect(new Set(state.reportIds).size).toBe(state.reportIds.length);
  expectReporters(state);
  expect(new Set(state.actionIds).size).toBe(state.actionIds.length);
}

it('keeps a case sound through any sequence of events', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const opening = openCase({ facts, firstReport: report('r1'), previousCaseId: null }, morning);
      if (opening.outcome !== 'changed') throw new Error('not opened');
      let state = opening.state;
      const entries: TimelineEntry[] = [...opening.entries];
      const places = new Map<string, string>();
      const asked = new Set<string>();
      ledger(places, asked, opening.effects, state);
      const left: string[] = [];

      steps.forEach((make, index) => {
        const result = transition(state, make(state), morning + index);
        if (result.outcome === 'refused') return;
        ledger(places, asked, result.effects, result.state);
        for (const effect of result.effects)
          if (effect.type === 'detachReport') left.push(effect.detachment.report.reportId);
        entries.push(...result.entries);
        const versions = result.outcome === 'changed' ? 1 : 0;
        expect(result.state.version).toBe(state.version + versions);
        // Whatever a case knows survives continue-as-new.
        state = JSON.parse(JSON.stringify(result.state)) as CaseState;
        expect(state).toEqual(result.state);
        expectSound(state, places);
      });

      // None leaves twice, and each that has left is remembered.
      expect(left).toEqual(state.detachedReportIds ?? []);
      expect(entries.map(({ no }) => no)).toEqual(entries.map((_, index) => index + 1));
      entries.reduce((previous, entry) => {
        expect(entry.hash).toBe(entryHash(entry, previous));
        return entry.hash;
      }, chainStart.hash);
    }),
    { numRuns: 1000 },
  );
});
