import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CorrectableFacts, Correction } from '../../../workflows/complaint/complaint-correction-types.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type {
  ActionRef,
  CaseState,
  CaseStatus,
  Detachment,
  ReportRef,
} from '../../../workflows/complaint/complaint-types.ts';

/** 2026-11-24T01:00:00Z, a working morning in Jakarta. */
export const morning = Date.UTC(2026, 10, 24, 1);
const minute = 60_000;

export function report(id: string, submitterId = 'xyz'): ReportRef {
  return {
    reportId: id,
    submitterId,
    receivedAt: new Date(morning).toISOString(),
    title: 'Tidak bisa masuk',
    candidate: { caseId: `case-of-${id}`, number: `261124-${id}` },
  };
}

export const facts = {
  deskId: 'layanan',
  officeId: '123',
  systemId: 'sipd',
  serverId: null,
  category: 'login',
  title: 'Tidak bisa masuk',
  fingerprint: 'f'.repeat(64),
};

/** What a report needs to leave for a case of its own. */
export function detachmentOf(id: string, submitterId = 'xyz'): Detachment {
  return { report: report(id, submitterId), facts: { ...facts, fingerprint: `own-${id}` } };
}

/** The case's facts put right, as somebody asks for it who has just looked at them. */
export function correctionOf({ facts: known }: CaseState, to: Partial<CorrectableFacts>): Correction {
  const from = {
    ...{ deskId: known.deskId, systemId: known.systemId, serverId: known.serverId, category: known.category },
  };
  const corrected = { ...from, ...to };
  return { from, to: corrected, fingerprint: Object.values(corrected).join('-') };
}

/** A case that another may be merged into. */
export const otherCase = { caseId: 'case-of-other', number: '261124-OTHER', workflowId: 'complaint:123:other' };

let actions = 0;

export function action(id: string, role: ActionRef['actor']['role'] = 'agent', expectedVersion?: number): ActionRef {
  actions += 1;
  return {
    actionId: `action-${actions}`,
    actor: { id, role },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/** The state after events that must all be accepted. */
function after(state: CaseState, ...events: CaseEvent[]): CaseState {
  return events.reduce((current, event, index) => {
    const result = transition(current, event, morning + (index + 1) * minute);
    if (result.outcome === 'refused') throw new Error(`${event.type} was refused: ${result.refusal.code}`);
    return result.state;
  }, state);
}

function openedCase(): CaseState {
  const opening = openCase({ facts, firstReport: report('r1'), previousCaseId: null }, morning);
  if (opening.outcome !== 'changed') throw new Error('not opened');
  return after(opening.state, { type: 'reportAttached', report: report('r0') });
}

/** The rotation's answer to what the case waits for. */
export function grantTo(state: CaseState, agentId: string): CaseEvent {
  return { type: 'turnGranted', requestId: state.requestId ?? '', tier: state.tier, agentId, seq: 1 };
}

/** Every deadline of the case passes at once. */
export function deadline(state: CaseState, kind: 'acknowledge' | 'resolve' | 'answer' | 'reopen'): CaseEvent {
  const serial = state.deadlines.find((candidate) => candidate.kind === kind)?.serial ?? -1;
  return { type: 'deadlinePassed', serial };
}

const assigned = (state: CaseState, agentId: string) => after(state, grantTo(state, agentId));
const resolvedBy = (state: CaseState, agentId: string) =>
  after(state, { type: 'resolve', action: action(agentId), resolutionId: 't1' });

/** One case in each status with two reports of `xyz`, r1 and r0, worked on by `a` in tier 1 (who had it before, in `escalating` and `tier2`). */
export function caseIn(place: CaseStatus | 'tier2'): CaseState {
  const opened = openedCase();
  const withA = assigned(opened, 'a');
  const escalating = after(withA, { type: 'escalate', action: action('a'), reasonId: 'm1' });
  switch (place) {
    case 'received':
      return opened;
    case 'assigned':
      return withA;
    case 'inProgress':
      return after(withA, { type: 'acknowledge', action: action('a') });
    case 'waitingOnSubmitter':
      return after(withA, { type: 'ask', action: action('a'), messageId: 'm2' });
    case 'escalating':
      return escalating;
    case 'tier2':
      return assigned(escalating, 'q');
    case 'resolved':
      return resolvedBy(withA, 'a');
    case 'merged':
      return after(withA, { type: 'merge', action: action('a'), into: otherCase });
    case 'withdrawn':
      return after(withA, { type: 'withdraw', action: action('xyz', 'submitter'), reasonId: 'm3' });
    case 'closed': {
      const resolved = resolvedBy(withA, 'a');
      return after(resolved, deadline(resolved, 'reopen'));
    }
  }
}
