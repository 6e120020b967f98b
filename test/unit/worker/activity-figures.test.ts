import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../workflows/complaint/complaint-publishing-types.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { figuresOf, figuresOfCase } from '../../../worker/figures/activity-figures.ts';

const entry = (type: string, data = {}) =>
  ({ type, data, at: '2026-11-24T01:00:07.500Z' }) as CaseRecord['entries'][number];
const record = (entries: CaseRecord['entries'], view: Partial<CaseRecord['view']> = {}): CaseRecord => ({
  view: buildCaseView({ createdAt: '2026-11-24T01:00:00.000Z', ...view }),
  ...{ entries, placedReportIds: [], texts: [], releases: [] },
});

describe('figuresOf', () => {
  it('counts the turns of a batch, not the returns that take none', () => {
    const waiting = [{ caseId: 'c', requestId: 'r', since: '' }];
    const input = {
      grants: [{ seq: 4 }, { seq: null }, { seq: 5 }],
      view: { deskId: 'layanan', tier: 'tier-1', waiting },
    };
    expect(figuresOf('dealTurns', input)).toEqual([
      { name: 'giliran_turns', value: 2, labels: { desk: 'layanan', tier: 'tier-1' } },
      { name: 'giliran_turns_waiting', value: 1, labels: { desk: 'layanan', tier: 'tier-1' } },
    ]);
  });

  it('sees who waits where no turn is dealt, and where the lists follow', () => {
    const labels = { desk: 'layanan', tier: 'tier-2' };
    const place = { deskId: 'layanan', tier: 'tier-2' };
    expect(figuresOf('recordRotation', { ...place, waiting: [{}, {}] })).toEqual([
      { name: 'giliran_turns_waiting', value: 2, labels },
    ]);
    expect(figuresOf('recordRotation', { ...place, head: {}, waitingCount: 4_000 })).toEqual([
      { name: 'giliran_turns_waiting', value: 4_000, labels },
    ]);
  });

  it('counts what happened to a case, who caused it, and how long it waited for its first agent', () => {
    const entries = [entry('assigned'), entry('escalated', { by: 'deadline' })];
    expect(figuresOfCase(record(entries))).toEqual([
      { name: 'giliran_case_events', value: 1, labels: { desk: 'layanan', type: 'assigned', by: 'none' } },
      { name: 'giliran_assigned_after_seconds', value: 7.5, labels: { desk: 'layanan' } },
      { name: 'giliran_case_events', value: 1, labels: { desk: 'layanan', type: 'escalated', by: 'deadline' } },
    ]);
  });

  it('takes a later agent for no first one', () => {
    const figures = figuresOfCase(record([entry('assigned')], { attempt: 2 }));
    expect(figures.map(({ name }) => name)).toEqual(['giliran_case_events']);
  });

  it('sees who is on a server and who waits for it', () => {
    const input = { view: { serverId: 'srv-123', sessions: [{}], queue: [{}, {}] } };
    expect(figuresOf('publishSessions', input).map(({ labels, value }) => [labels['server'], value])).toEqual([
      ['srv-123', 1],
      ['srv-123', 2],
    ]);
  });

  it('has nothing to say of other activities', () => {
    expect(figuresOf('planDeadline', { deskId: 'layanan' })).toEqual([]);
  });
});
