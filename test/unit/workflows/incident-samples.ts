import { openIncident } from '../../../workflows/incident/incident-state.ts';
import type { MemberNews, MemberRef } from '../../../workflows/incident/incident-link-types.ts';
import type { IncidentActionRef, IncidentInput, IncidentState } from '../../../workflows/incident/incident-types.ts';

/** 2026-11-24T01:00:00Z */
export const t0 = Date.UTC(2026, 10, 24, 1);

const agent = { id: 'petugas-a', role: 'agent' as const };

export function incidentInput(overrides: Partial<IncidentInput> = {}): IncidentInput {
  const standard = {
    incidentId: 'i1',
    deskId: 'layanan',
    systemId: 'sipd',
    title: 'SIPD mati',
    notice: 'Sedang ditangani.',
  };
  return { ...standard, payloadHash: 'h', actor: agent, cases: [], ...overrides };
}

export function member(caseId: string): MemberRef {
  return { caseId, number: `261124-${caseId}`, workflowId: `complaint:${caseId}`, officeId: '123' };
}

export function opened(cases: MemberRef[] = []): IncidentState {
  const result = openIncident(incidentInput({ cases }), t0);
  if (result.outcome !== 'changed') throw new Error('not opened');
  return result.state;
}

let actions = 0;

export function act(): IncidentActionRef {
  actions += 1;
  return { actionId: `action-${actions}`, actor: agent };
}

type News<T extends MemberNews['type']> = Extract<MemberNews, { type: T }>;

export const news = {
  joined: (caseId: string): News<'caseJoined'> => ({
    ...{ type: 'caseJoined', member: member(caseId), actor: { id: 'xyz', role: 'submitter' } },
  }),
  left: (caseId: string): News<'caseLeft'> => ({ type: 'caseLeft', caseId, no: 0, reason: 'ended' }),
  resolved: (caseId: string): News<'caseResolved'> => ({ type: 'caseResolved', caseId }),
};
