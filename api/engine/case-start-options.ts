import type { WorkflowStartOptions } from '@temporalio/client';
import { SearchAttributeType, TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import type { ComplaintInput, ComplaintResult } from '../../workflows/complaint/complaint-types.ts';
import { caseSummary, firstKeywords, type CaseMemo } from '../../workflows/kernel/case-labels.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { CaseStart } from './engine-types.ts';

export type ComplaintWorkflow = (input: ComplaintInput) => Promise<ComplaintResult>;

function firstSearchAttributes(facts: CaseStart['facts']): TypedSearchAttributes {
  const keywords = Object.entries(firstKeywords(facts));
  return new TypedSearchAttributes(
    keywords.map(([name, value]) => ({ key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD), value })),
  );
}

/** FAIL: of two reports that race for one problem, the server lets exactly one open the case (ADR 0001). */
export function caseStartOptions(start: CaseStart, taskQueue: string): WorkflowStartOptions<ComplaintWorkflow> {
  const { detachedFrom, facts, firstReport, incident, officeName, previousCaseId, systemName } = start;
  const { number } = firstReport.candidate;
  const memo: CaseMemo = { ...firstReport.candidate, deskId: facts.deskId };
  return {
    workflowId: complaintWorkflowId(facts),
    taskQueue,
    args: [
      { facts, firstReport, previousCaseId, ...(incident && { incident }), ...(detachedFrom && { detachedFrom }) },
    ],
    workflowIdConflictPolicy: 'FAIL',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    memo: { ...memo },
    typedSearchAttributes: firstSearchAttributes(facts),
    staticSummary: caseSummary({ number, officeName, systemName, title: facts.title }),
  };
}
