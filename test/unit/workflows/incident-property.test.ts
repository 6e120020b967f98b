import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import { incidentNews } from '../../../workflows/complaint/complaint-incident-guard.ts';
import type { CaseEffect, CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { incidentEvent } from '../../../workflows/incident/incident-guard.ts';
import type { IncidentNews, MemberNews } from '../../../workflows/incident/incident-link-types.ts';
import { incidentTransition, isIncidentOver, openIncident } from '../../../workflows/incident/incident-state.ts';
import type { IncidentEvent, IncidentState } from '../../../workflows/incident/incident-types.ts';
import { incidentWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { action, facts, grantTo, morning, report } from './complaint-cases.ts';
import { act, incidentInput, opened } from './incident-samples.ts';

const names = ['r1', 'r2', 'r3'];

/** An incident and the cases around it. Signals travel in lines: of one sender to one receiver in order, else in any. */
class World {
  incident: IncidentState;
  readonly cases = new Map<string, CaseState>();
  readonly toCases = new Map<string, IncidentNews[]>(names.map((name) => [`case-of-${name}`, []]));
  readonly toIncident = new Map<string, MemberNews[]>(names.map((name) => [`case-of-${name}`, []]));
  /** Turns that a case holds or has asked for. */
  readonly turns = new Map<string, Set<string>>();
  readonly resolvedEntries: string[] = [];
  now = morning;

  constructor(withIncident: boolean[]) {
    const opening = openIncident(incidentInput(), this.now);
    if (opening.outcome !== 'changed') throw new Error('not opened');
    this.incident = opening.state;
    names.forEach((name, index) => {
      const incident = { incidentId: 'i1', workflowId: incidentWorkflowId({ incidentId: 'i1' }) };
      const input = { facts, firstReport: report(name), previousCaseId: null };
      const result = openCase(withIncident[index] ? { ...input, incident } : input, this.now);
      if (result.outcome !== 'changed') throw new Error('not opened');
      this.#take(result.state, result.effects, result.entries);
    });
  }

  happenToIncident(event: IncidentEvent): void {
    const result = incidentTransition(this.incident, event, (this.now += 1));
    if (result.outcome === 'refused') return;
    expect(result.state.version).toBe(this.incident.version + (result.outcome === 'changed' ? 1 : 0));
    this.incident = JSON.parse(JSON.stringify(result.state)) as IncidentState;
    for (const { news } of result.effects) this.toCases.get(news.caseId)?.push(news);
  }

  happenToCase(caseId: string, make: (state: CaseState) => CaseEvent): void {
    const state = this.cases.get(caseId);
    if (!state) return;
    const result = transition(state, make(state), (this.now += 1));
    if (result.outcome !== 'refused') this.#take(result.state, result.effects, result.entries);
  }

  /** Delivers the oldest message of a line. */
  deliver(caseId: string, direction: 'toCase' | 'toIncident'): boolean {
    const line = direction === 'toCase' ? this.toCases.get(caseId) : this.toIncident.get(caseId);
    const news = line?.shift();
    if (!news) return false;
    if (direction === 'toIncident') this.happenToIncident(news as MemberNews);
    else this.happenToCase(caseId, () => news as IncidentNews);
    return true;
  }

  deliverAll(): void {
    const lines = names.flatMap((name) =>
      (['toCase', 'toIncident'] as const).map((to) => [`case-of-${name}`, to] as const),
    );
    while (lines.some(([caseId, to]) => this.deliver(caseId, to)));
  }

  #take(state: CaseState, effects: CaseEffect[], entries: { type: string; data: object }[]): void {
    const { caseId } = state;
    this.cases.set(caseId, JSON.parse(JSON.stringify(state)) as CaseState);
    const turns = this.turns.get(caseId) ?? new Set();
    this.turns.set(caseId, turns);
    for (const effect of effects) {
      if (effect.type === 'tellIncident') this.toIncident.get(caseId)?.push(effect.news);
      if (effect.type === 'releaseTurn') turns.delete(effect.requestId);
      if (effect.type === 'requestTurn') {
        if (effect.request.supersedes !== null) turns.delete(effect.request.supersedes);
        turns.add(effect.request.requestId);
      }
    }
    if (state.incident && !state.incident.isResolved) expect([...turns]).toEqual([]);
    for (const { type, data } of entries) {
      if (type === 'resolved' && 'incidentId' in data) this.resolvedEntries.push(caseId);
    }
  }
}

const caseId = fc.constantFrom(...names.map((name) => `case-of-${name}`));
const supervisor = () => action('pengawas', 'supervisor');

/** What people and signals do. Resolving the incident comes at the end, among messages that are still on their way. */
const step = fc.oneof(
  fc
    .record({ caseId, to: fc.constantFrom('toCase' as const, 'toIncident') })
    .map(({ caseId: id, to }) => (world: World) => {
      world.deliver(id, to);
    }),
  caseId.map((id) => (world: World) => {
    const cases = [{ caseId: id, number: id, workflowId: 'complaint:x', officeId: '123' }];
    world.happenToIncident({ type: 'linkCases', action: act(), cases });
  }),
  caseId.map((id) => (world: World) => world.happenToIncident({ type: 'unlinkCase', action: act(), caseId: id })),
  caseId.map((id) => (world: World) => world.happenToCase(id, (state) => grantTo(state, 'a'))),
  fc.record({ id: caseId, how: fc.constantFrom('resolve', 'reassign', 'withdraw', 'reopen') }).map(
    ({ id, how }) =>
      (world: World) =>
        world.happenToCase(id, () => {
          if (how === 'resolve') return { type: 'resolve', action: supervisor(), resolutionId: 'own' };
          if (how === 'reassign') return { type: 'reassign', action: supervisor(), agentId: null, reasonId: 'm' };
          if (how === 'reopen') return { type: 'reopen', action: supervisor(), reasonId: 'm' };
          return { type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 'm' };
        }),
  ),
);

it('whatever crosses on the way, incident and cases agree in the end, and each case is resolved by it once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      fc.array(step, { maxLength: 40 }),
      fc.array(step, { maxLength: 10 }),
      (withIncident, before, after) => {
        const world = new World(withIncident);
        for (const run of before) run(world);
        if (before.length % 2 === 0) world.deliverAll();
        world.happenToIncident({ type: 'resolveIncident', action: act(), resolutionId: 'text' });
        for (const run of after) run(world);
        world.deliverAll();

        expect(isIncidentOver(world.incident)).toBe(true);
        const counted = world.incident.members.map(({ caseId: id }) => id);
        // `caseCount` is true: exactly those that it resolved, each once; and nobody waits for it any more.
        expect([...counted].sort()).toEqual([...world.resolvedEntries].sort());
        for (const state of world.cases.values()) {
          expect(state.incident === undefined || state.incident.isResolved).toBe(true);
          if (['received', 'escalating'].includes(state.status)) expect(state.requestId).not.toBeNull();
        }
      },
    ),
    { numRuns: 1500 },
  );
});

it('while it is open, the cases that it counts are those that wait with it, once all news have arrived', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      fc.array(step, { maxLength: 40 }),
      (withIncident, steps) => {
        const world = new World(withIncident);
        for (const run of steps) run(world);
        world.deliverAll();
        const waiting = [...world.cases.values()].filter(({ incident }) => incident).map((state) => state.caseId);
        expect(world.incident.members.map(({ caseId: id }) => id).sort()).toEqual(waiting.sort());
      },
    ),
    { numRuns: 1500 },
  );
});

it('messages typed by hand never stop it, nor its cases', () => {
  const kinds = [
    'linkCases',
    'unlinkCase',
    'changeIncident',
    'resolveIncident',
    'caseJoined',
    'caseLeft',
    'caseResolved',
    'x',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.anything(), (name, message) => {
      const event = incidentEvent(name, message);
      if (event) expect(() => incidentTransition(opened(), event, 0)).not.toThrow();
      expect(() => incidentNews(message)).not.toThrow();
    }),
  );
  expect(incidentEvent('caseLeft', { caseId: 'c', no: 1, reason: 'ended' })).toMatchObject({ type: 'caseLeft' });
  expect(incidentEvent('linkCases', { ...act(), cases: [{ caseId: 'c' }] })).toBeNull();
  expect(incidentEvent('changeIncident', { ...act(), change: { notice: 7 } })).toBeNull();
  const link = { caseId: 'c', no: 1, actor: { id: 'a', role: 'agent' }, incidentId: 'i' };
  expect(incidentNews({ type: 'incidentLeft', ...link, reason: 'x' })).toMatchObject({ type: 'incidentLeft' });
  expect(incidentNews({ type: 'incidentResolved', ...link })).toBeNull();
  expect(incidentNews({ type: 'incidentJoined', ...link, incident: { incidentId: '\0' } })).toBeNull();
});
