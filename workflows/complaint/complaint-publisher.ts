import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { CaseView } from './complaint-types.ts';

const caseStatus = defineSearchAttributeKey('CaseStatus', SearchAttributeType.KEYWORD);
const tier = defineSearchAttributeKey('Tier', SearchAttributeType.KEYWORD);
const agentId = defineSearchAttributeKey('AgentId', SearchAttributeType.KEYWORD);
const overdue = defineSearchAttributeKey('Overdue', SearchAttributeType.BOOL);

/** Publishes what has changed of the attributes by which supervisors filter in the Temporal UI. */
export function publishSearchAttributes(view: CaseView): void {
  const wanted: SearchAttributeUpdatePair[] = [
    { key: caseStatus, value: view.status },
    { key: tier, value: view.tier },
    { key: agentId, value: view.agentId },
    { key: overdue, value: view.overdue },
  ];
  const current = workflowInfo().typedSearchAttributes;
  const changed = wanted.filter(({ key, value }) => (current.get(key) ?? null) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
}
