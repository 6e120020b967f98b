import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type {
  ActionRef,
  CaseFacts,
  CaseStatus,
  ComplaintInput,
  ReportRef,
} from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { buildFingerprint } from '../builders/fingerprint-builder.ts';
import type { TestDesk } from './test-desk.ts';

/** A report of `submitterId`, with a candidate of its own. */
export function reportRef(overrides: Partial<ReportRef> = {}): ReportRef {
  const id = randomUUID();
  return {
    reportId: `report-${id}`,
    submitterId: 'xyz',
    receivedAt: new Date().toISOString(),
    title: 'Tidak bisa masuk SIPD',
    candidate: { caseId: `case-${id}`, number: `261124-${id.slice(0, 5)}` },
    ...overrides,
  };
}

/** Facts of a problem nobody else has, at this desk. */
function caseFacts(desk: Pick<TestDesk, 'deskId' | 'officeId'>, overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    deskId: desk.deskId,
    officeId: desk.officeId,
    systemId: 'sipd',
    serverId: null,
    category: 'login',
    title: 'Tidak bisa masuk SIPD',
    fingerprint: buildFingerprint(),
    ...overrides,
  };
}

/** Starts a case as intake does and answers with what tests do to it. */
export async function startCase(desk: TestDesk, input: Partial<ComplaintInput> = {}) {
  const facts = input.facts ?? caseFacts(desk);
  const firstReport = input.firstReport ?? reportRef({ title: facts.title });
  const handle = await desk.client.workflow.start('complaint', {
    workflowId: complaintWorkflowId(facts),
    taskQueue: desk.queues.complaint,
    args: [{ previousCaseId: null, ...input, facts, firstReport }],
    memo: { ...firstReport.candidate, deskId: facts.deskId },
    workflowIdConflictPolicy: 'FAIL',
  });
  const { caseId } = firstReport.candidate;
  return { handle, facts, firstReport, caseId, read: () => desk.store.cases.find(caseId) };
}

/** Waits until the read model shows the case in this status (and with this agent). */
export async function untilRecorded(
  desk: TestDesk,
  caseId: string,
  wanted: { status: CaseStatus; agentId?: string | null; attempt?: number },
) {
  return vi.waitUntil(
    async () => {
      const view = await desk.store.cases.find(caseId);
      const matches =
        view && Object.entries(wanted).every(([name, value]) => view[name as keyof typeof view] === value);
      return matches ? view : null;
    },
    { timeout: 20_000, interval: 25 },
  );
}

/** An action by this agent, with a fresh id. */
export function actionBy(id: string, role: 'agent' | 'supervisor' | 'submitter' = 'agent'): ActionRef {
  return { actionId: randomUUID(), actor: { id, role } };
}
