import type { Observations } from '../../../dev/chaos/check/observations.ts';
import { chained, chainStart } from '../../../workflows/kernel/timeline-chain.ts';
import type { TimelineDraft, TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { notificationId } from '../../../workflows/notifications/notification-rules.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 1, 0, second)).toISOString();

function timelineOf(caseId: string, agentId: string): TimelineEntry[] {
  const drafts: TimelineDraft[] = [
    { type: 'received', actor: { id: 'xyz', role: 'submitter' }, data: {} },
    { type: 'assigned', actor: { id: 'system', role: 'system' }, data: { agentId } },
  ];
  return drafts.reduce<TimelineEntry[]>((entries, draft, index) => {
    const last = entries.at(-1);
    return [...entries, chained(caseId, last ?? chainStart, draft, Date.parse(at(index)))];
  }, []);
}

const turnRequest = (caseId: string) => ({
  ...{ requestId: `${caseId}/tier-1/1`, caseId, workflowId: `complaint:123:${caseId}`, attempt: 1 },
  ...{ excludedAgentIds: [], preferredAgentId: null, supersedes: null },
});

function news(caseId: string, agentId: string) {
  return [agentId, 'xyz'].map((recipientId) => ({
    notificationId: notificationId({ caseId, key: '2', recipientId }),
    ...{ recipientId, kind: recipientId === 'xyz' ? 'assigned' : 'givenToYou', caseId, at: at(1) },
  }));
}

const cases = [
  ['one', 'petugas-a'],
  ['two', 'petugas-b'],
] as const;

/** What is seen of a sound desk with two cases, of which each has an agent, and one a session. */
export function soundObservations(): Observations {
  const mailed = news('one', 'petugas-a')[0]!.notificationId;
  return {
    journal: cases.map(([caseId], index) => ({
      ...{ entryId: `xyz/${index + 1}`, username: 'xyz', key: `key-${caseId}`, payloadHash: caseId, expects: 'taken' },
      attempts: [
        { sentAt: 0, endedAt: 1, status: null, trouble: 'time-out' },
        { sentAt: 2, endedAt: 3, status: 201, caseId, reportId: `report-${caseId}` },
      ],
    })),
    reports: cases.map(([caseId]) => ({
      ...{ reportId: `report-${caseId}`, submitterId: 'xyz', officeId: '123', fingerprint: caseId },
      placedCaseId: caseId,
    })),
    cases: cases.map(([caseId, agentId]) => ({
      ...{ caseId, workflowId: `complaint:123:${caseId}`, officeId: '123', deskId: 'layanan', fingerprint: caseId },
      ...{ status: 'assigned', tier: 'tier-1', agentId, reportCount: 1, version: 3 },
    })),
    timelines: cases.flatMap(([caseId, agentId]) => timelineOf(caseId, agentId)),
    turns: cases.map(([caseId, agentId], index) => ({
      ...{ deskId: 'layanan', tier: 'tier-1', seq: index + 1, requestId: `${caseId}/tier-1/1`, caseId, agentId },
    })),
    rotations: [
      {
        ...{ deskId: 'layanan', tier: 'tier-1', runs: 1, agentIds: ['petugas-a', 'petugas-b'], capacity: 5, seq: 0 },
        events: cases.map(([caseId], index) => ({
          event: { type: 'turnRequested', request: turnRequest(caseId) },
          at: index,
        })),
        assignments: cases.map(([caseId, agentId]) => ({ caseId, agentId, requestId: `${caseId}/tier-1/1` })),
      },
    ],
    notifications: cases.flatMap(([caseId, agentId]) => news(caseId, agentId)),
    mailRows: [{ notificationId: mailed, recipientId: 'petugas-a', state: 'sent' }],
    mails: [
      { messageId: mailed, to: 'petugas-a@giliran.example' },
      { messageId: mailed, to: 'petugas-a@giliran.example' },
    ],
    sessions: [
      {
        ...{ sessionId: 'first', serverId: 'srv-123', caseId: 'two', agentId: 'petugas-b', state: 'ended', token: 1 },
        ...{ requestedAt: at(2), grantedAt: at(2), endedAt: at(4) },
      },
      {
        ...{
          sessionId: 'second',
          serverId: 'srv-123',
          caseId: 'one',
          agentId: 'petugas-a',
          state: 'granted',
          token: 2,
        },
        ...{ requestedAt: at(3), grantedAt: at(4), endedAt: null },
      },
    ],
    servers: [
      { serverId: 'srv-123', limit: 1, live: [] },
      { serverId: 'srv-123', limit: 1, live: [{ sessionId: 'second', token: 2 }] },
    ],
    runs: [
      ...cases.map(([caseId]) => ({
        ...{
          type: 'complaint',
          workflowId: `complaint:123:${caseId}`,
          runId: `run-${caseId}`,
          status: 'RUNNING',
          caseId,
        },
      })),
      {
        ...{ type: 'rotation', workflowId: 'rotation:layanan:tier-1', runId: 'run-rotation', status: 'RUNNING' },
        caseId: null,
      },
    ],
    histories: [
      { workflowId: 'complaint:123:one', runId: 'run-one', events: 20, replayError: null, nondeterminism: null },
    ],
    supervisorIds: ['pengawas'],
    unsettled: [],
  };
}
