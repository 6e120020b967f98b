import type { CaseAction } from '../../../api/engine/engine-types.ts';
import type { ActionEvent } from '../../../workflows/complaint/complaint-refusal.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import { openCase, transition } from '../../../workflows/complaint/complaint-state.ts';
import type {
  ActionRef,
  CaseFacts,
  CaseState,
  Detachment,
  ReportRef,
} from '../../../workflows/complaint/complaint-types.ts';
import { caseView } from '../../../workflows/complaint/complaint-view.ts';
import type { Report } from '../../../store/reports/report-repository.ts';
import type { TestApi } from '../api/test-api.ts';
import { buildReport } from '../builders/report-builder.ts';
import type { Cell } from './access-cast.ts';

export interface CaseWish {
  /** What the case is to have come to, when it does not wait for its turn. */
  status?: 'assigned' | 'waitingOnSubmitter' | 'resolved';
  deskId?: string;
  /** With a second report, of the same reporter. */
  withAttached?: boolean;
}

export interface AccessCase {
  caseId: string;
  agentId: string | null;
  reportId: string;
  /** The second report, if there is one. */
  attachedId: string;
  reporterId: string;
}

const colleagues = { 'tier-1': 'petugas-b', 'tier-2': 'petugas-r' };

/** Who has the case and who reported it, so that it is to this person what the cell says. */
function peopleOf({ kind, person }: Pick<Cell, 'kind' | 'person'>) {
  const tier = person.tier ?? 'tier-1';
  const reportsItself = person.role === 'submitter' && !person.isElsewhere && kind !== "another's";
  const hasIt = person.role === 'agent' && kind === 'own';
  return {
    tier,
    reporterId: reportsItself ? person.id : 'abc',
    agentId: kind === 'waiting' ? null : hasIt ? person.id : colleagues[tier],
  };
}

/**
 * Cases without Temporal that decide as the real ones do: the fake engine asks the workflow's own pure state machine.
 */
export function accessCases({ clock, engine, store }: TestApi) {
  const states = new Map<string, CaseState>();
  const now = () => clock.now.getTime();
  let made = 0;

  const happen = (state: CaseState, event: CaseEvent): CaseState => {
    const result = transition(state, event, now());
    if (result.outcome === 'refused') throw new Error(`${event.type} was refused: ${result.refusal.code}`);
    return result.state;
  };
  const bySupervisor = (): ActionRef => ({
    actionId: `staged-${(made += 1)}`,
    actor: { id: 'pengawas', role: 'supervisor' },
  });

  const grown = (opened: CaseState, { agentId, tier }: ReturnType<typeof peopleOf>, { status }: CaseWish) => {
    let state = opened;
    if (tier === 'tier-2') state = happen(state, { type: 'escalate', action: bySupervisor(), reasonId: 'staged' });
    if (agentId === null) return state;
    state = happen(state, { type: 'turnGranted', requestId: state.requestId ?? '', tier, agentId, seq: 1 });
    if (status === 'waitingOnSubmitter') {
      return happen(state, { type: 'ask', action: bySupervisor(), messageId: 'staged' });
    }
    if (status === 'resolved')
      return happen(state, { type: 'resolve', action: bySupervisor(), resolutionId: 'staged' });
    return state;
  };

  engine.onAct = ({ caseId }, action: CaseAction) => {
    const state = states.get(caseId);
    if (state === undefined) return { kind: 'notRunning' };
    const event = { type: action.name, action: action.ref, ...action.ref } as unknown as ActionEvent;
    const result = transition(state, event, now());
    if (result.outcome === 'refused') return { kind: 'refused', refusal: result.refusal };
    states.set(caseId, result.state);
    for (const effect of result.effects) if (effect.type === 'detachReport') void leave(caseId, effect.detachment);
    return { kind: 'done', answer: { repeated: false, view: caseView(result.state, 'run') } };
  };

  /** What `publishCase` does for a report that leaves its case. */
  const leave = (caseId: string, { facts, report }: Detachment) =>
    store.reports.detach({ reportId: report.reportId, fromCaseIds: [caseId], fingerprint: facts.fingerprint });

  const refOf = ({ candidate, receivedAt, reportId, submitterId, title }: Report): ReportRef => ({
    ...{ candidate, receivedAt, reportId, submitterId, title },
  });

  /** A case that runs and is recorded, and is to the person what the cell says. */
  return async (cell: Pick<Cell, 'kind' | 'person'>, wish: CaseWish = {}): Promise<AccessCase> => {
    const people = peopleOf(cell);
    const report = buildReport({ submitterId: people.reporterId, deskId: wish.deskId ?? 'layanan' });
    const { candidate, reportId, submitterId, title } = report;
    const { category, deskId, fingerprint, officeId, serverId, systemId } = report;
    const facts: CaseFacts = { category, deskId, fingerprint, officeId, serverId, systemId, title };
    const firstReport = refOf(report);
    const opening = openCase({ facts, firstReport, previousCaseId: null }, now());
    if (opening.outcome !== 'changed') throw new Error('not opened');
    const { caseId } = candidate;
    const second = buildReport({ submitterId, deskId, fingerprint, placedCaseId: caseId });
    if (wish.withAttached === true) await store.reports.insert(second);
    const opened =
      wish.withAttached === true
        ? happen(opening.state, { type: 'reportAttached', report: refOf(second) })
        : opening.state;
    const state = grown(opened, people, wish);
    states.set(caseId, state);
    await engine.startCase({ facts, firstReport, previousCaseId: null, officeName: '', systemName: '' });
    await store.reports.insert({ ...report, placedCaseId: caseId });
    await store.cases.record(caseView(state, 'run'));
    return { caseId, reportId, attachedId: second.reportId, reporterId: submitterId, agentId: people.agentId };
  };
}
