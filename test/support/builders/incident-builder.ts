import type { IncidentView } from '../../../workflows/incident/incident-types.ts';
import { nextBuilt } from './built-counter.ts';

/** An open incident of sipd with a notice and no case, with an identity of its own. */
export function buildIncident(overrides: Partial<IncidentView> = {}): IncidentView {
  const incidentId = overrides.incidentId ?? `incident-${nextBuilt()}`;
  return {
    incidentId,
    workflowId: `incident:${incidentId}`,
    deskId: 'layanan',
    systemId: 'sipd',
    title: 'SIPD tidak dapat dibuka',
    notice: 'Sedang ditangani.',
    status: 'open',
    caseCount: 0,
    resolvedCount: 0,
    cases: [],
    openedBy: 'petugas-a',
    openedAt: '2026-11-24T01:00:00.000Z',
    overdue: false,
    dueAt: null,
    resolvedAt: null,
    resolvedBy: null,
    resolutionId: null,
    payloadHash: 'a'.repeat(64),
    updatedAt: '2026-11-24T01:00:00.000Z',
    version: 1,
    ...overrides,
  };
}
