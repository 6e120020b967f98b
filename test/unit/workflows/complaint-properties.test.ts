import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOver, openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseEffect } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { chainStart, entryHash } from '../../../workflows/kernel/timeline-chain.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { facts, morning, report } from './complaint-cases.ts';
import { expectReporters, expectToBeFound, home } from './complaint-soundness.ts';
import { caseStep as step } from './complaint-steps.ts';

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
