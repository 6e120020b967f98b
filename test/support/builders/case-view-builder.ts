import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { nextBuilt } from './built-counter.ts';

/** A case as its workflow records it, new and assigned to petugas-a, with an identity of its own. */
export function buildCaseView(overrides: Partial<CaseView> = {}): CaseView {
  const n = nextBuilt();
  const fingerprint = overrides.fingerprint ?? n.toString(16).padStart(64, '0');
  return {
    caseId: `case-${n}`,
    number: `261124-${n}`,
    workflowId: `complaint:123:${fingerprint}`,
    runId: `run-${n}`,
    previousCaseId: null,
    deskId: 'layanan',
    officeId: '123',
    systemId: 'sipd',
    serverId: null,
    category: 'login',
    title: `Tidak bisa masuk ${n}`,
    fingerprint,
    status: 'assigned',
    tier: 'tier-1',
    attempt: 1,
    agentId: 'petugas-a',
    formerAgentIds: [],
    reportCount: 1,
    reporterIds: ['xyz'],
    overdue: false,
    acknowledgeBy: '2026-11-24T05:00:00.000Z',
    resolveBy: null,
    closesAt: null,
    assignedAt: '2026-11-24T01:00:01.000Z',
    resolutionId: null,
    ratings: [],
    mergedIntoId: null,
    mergedCaseIds: [],
    incidentId: null,
    createdAt: '2026-11-24T01:00:00.000Z',
    updatedAt: '2026-11-24T01:00:01.000Z',
    version: 1,
    ...overrides,
  };
}
