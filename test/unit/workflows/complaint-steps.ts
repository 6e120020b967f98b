import fc from 'fast-check';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { correctionOf, detachmentOf, morning, otherCase, report } from './complaint-cases.ts';

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
export const caseStep = fc.oneof(
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
