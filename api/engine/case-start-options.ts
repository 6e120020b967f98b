import type { WorkflowStartOptions } from '@temporalio/client';
import { SearchAttributeType, TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import type { CaseStatus, ComplaintInput, ComplaintResult } from '../../workflows/complaint/complaint-types.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { CaseStart } from './engine-types.ts';

/** What the API can tell of a case without a worker. The workflow keeps it over continue-as-new. */
export interface CaseMemo {
  caseId: string;
  number: string;
  deskId: string;
}

export type ComplaintWorkflow = (input: ComplaintInput) => Promise<ComplaintResult>;

const summaryLimit = 200;

const keys = {
  desk: defineSearchAttributeKey('DeskId', SearchAttributeType.KEYWORD),
  office: defineSearchAttributeKey('OfficeId', SearchAttributeType.KEYWORD),
  system: defineSearchAttributeKey('SystemId', SearchAttributeType.KEYWORD),
  status: defineSearchAttributeKey('CaseStatus', SearchAttributeType.KEYWORD),
  tier: defineSearchAttributeKey('Tier', SearchAttributeType.KEYWORD),
};

/** One line for the Temporal UI; characters that could break or disguise the line become blanks. */
export function caseSummary({ facts, firstReport, officeName, systemName }: CaseStart): string {
  const line = [firstReport.candidate.number, officeName, systemName, facts.title].join(' · ');
  const characters = [...line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')];
  return characters.length <= summaryLimit ? characters.join('') : `${characters.slice(0, summaryLimit - 1).join('')}…`;
}

function firstSearchAttributes(facts: CaseStart['facts']): TypedSearchAttributes {
  const status: CaseStatus = 'received';
  const tier: Tier = 'tier-1';
  return new TypedSearchAttributes([
    { key: keys.desk, value: facts.deskId },
    { key: keys.office, value: facts.officeId },
    { key: keys.system, value: facts.systemId },
    { key: keys.status, value: status },
    { key: keys.tier, value: tier },
  ]);
}

/** FAIL: of two reports that race for one problem, the server lets exactly one open the case (ADR 0001). */
export function caseStartOptions(start: CaseStart, taskQueue: string): WorkflowStartOptions<ComplaintWorkflow> {
  const { facts, firstReport, incident, previousCaseId } = start;
  const memo: CaseMemo = { ...firstReport.candidate, deskId: facts.deskId };
  return {
    workflowId: complaintWorkflowId(facts),
    taskQueue,
    args: [{ facts, firstReport, previousCaseId, ...(incident && { incident }) }],
    workflowIdConflictPolicy: 'FAIL',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    memo: { ...memo },
    typedSearchAttributes: firstSearchAttributes(facts),
    staticSummary: caseSummary(start),
  };
}
