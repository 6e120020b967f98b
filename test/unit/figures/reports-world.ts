import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { Store } from '../../../store/store.ts';
import type { Json, TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';

/** `time` is of November 2026, UTC, for instance `24T01:00`. */
type Line = [time: string, type: string, data?: { [key: string]: Json }];

/** A recorded case with its timeline. */
export async function recordCase(
  store: Store,
  caseId: string,
  lines: Line[],
  overrides: Partial<CaseView> = {},
): Promise<void> {
  const view = buildCaseView({ caseId, number: `NO-${caseId}`, ...overrides });
  const entries = lines.map(([time, type, data = {}], index): TimelineEntry => {
    const at = `2026-11-${time}:00.000Z`;
    return buildTimelineEntry({ caseId, no: index + 1, type, at, data, actor: { id: 'xyz', role: 'submitter' } });
  });
  await store.cases.record(view);
  const { deskId, officeId, systemId } = view;
  await store.timelines.append(entries, { place: { deskId, officeId, systemId } });
}

export const to = (agentId: string, tier = 'tier-1') => ({ agentId, tier });

/** Three cases of two offices: one solved and rated, one late in tier 2, one that began weeks before. */
export async function recordWeek(store: Store): Promise<void> {
  await recordCase(
    store,
    'solved',
    [
      ['23T01:00', 'received', { reportId: 'r1' }],
      ['23T01:01', 'assigned', to('petugas-a')],
      ['23T01:02', 'reportAttached', { reportId: 'r2' }],
      ['23T01:03', 'reportAttached', { reportId: 'r3' }],
      ['23T01:11', 'acknowledged'],
      ['23T02:01', 'resolved'],
      ['23T02:02', 'rated', { score: 4 }],
      ['23T18:00', 'closed'],
    ],
    { status: 'closed', reportCount: 3, agentId: 'petugas-a' },
  );
  await recordCase(
    store,
    'late',
    [
      ['24T01:00', 'received', { reportId: 'r4' }],
      ['24T01:02', 'assigned', to('petugas-b')],
      ['24T02:02', 'acknowledgementMissed', { agentId: 'petugas-b' }],
      ['24T02:02', 'assigned', to('petugas-a')],
      ['24T03:00', 'escalated', { by: 'deadline' }],
      ['24T03:01', 'assigned', to('petugas-q', 'tier-2')],
      ['24T03:02', 'acknowledged'],
      ['24T04:00', 'overdue', { agentId: 'petugas-q' }],
    ],
    { officeId: '124', status: 'escalating', tier: 'tier-2', agentId: null, overdue: true },
  );
  await recordCase(
    store,
    'old',
    [
      ['01T01:00', 'received', { reportId: 'r5' }],
      ['01T01:10', 'assigned', to('petugas-a')],
      ['23T03:10', 'acknowledged'],
      ['23T04:10', 'escalated', { by: 'action' }],
    ],
    { officeId: '124', status: 'escalating', tier: 'tier-2', agentId: null },
  );
  await recordCase(store, 'elsewhere', [['23T01:00', 'received', { reportId: 'r9' }]], { deskId: 'lain' });
}
