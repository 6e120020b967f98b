import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { firstKeywords } from '../kernel/case-labels.ts';
import type { CaseFacts, CaseView } from './complaint-types.ts';

const deskId = defineSearchAttributeKey('DeskId', SearchAttributeType.KEYWORD);
const systemId = defineSearchAttributeKey('SystemId', SearchAttributeType.KEYWORD);
const caseStatus = defineSearchAttributeKey('CaseStatus', SearchAttributeType.KEYWORD);
const tier = defineSearchAttributeKey('Tier', SearchAttributeType.KEYWORD);
const agentId = defineSearchAttributeKey('AgentId', SearchAttributeType.KEYWORD);
const overdue = defineSearchAttributeKey('Overdue', SearchAttributeType.BOOL);

/** Intake has set these; only a correction changes them. */
function place({ deskId: desk, otherFingerprints, systemId: system }: CaseView): SearchAttributeUpdatePair[] {
  if (otherFingerprints === undefined) return [];
  return [
    { key: deskId, value: desk },
    { key: systemId, value: system },
  ];
}

/** By which the case that follows under the same ID is found; it may not be what this one was corrected to. */
export function firstSearchAttributes(facts: CaseFacts): SearchAttributePair[] {
  return Object.entries(firstKeywords(facts)).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD),
    value,
  }));
}

/** Publishes what has changed of the attributes by which supervisors filter in the Temporal UI. */
export function publishSearchAttributes(view: CaseView): void {
  const wanted: SearchAttributeUpdatePair[] = [
    ...place(view),
    { key: caseStatus, value: view.status },
    { key: tier, value: view.tier },
    { key: agentId, value: view.agentId },
    { key: overdue, value: view.overdue },
  ];
  const current = workflowInfo().typedSearchAttributes;
  const changed = wanted.filter(({ key, value }) => (current.get(key) ?? null) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
}
