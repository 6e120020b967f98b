import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** The search attributes of the complaint workflow, by Temporal's name for their type. */
export const searchAttributes = {
  DeskId: 'Keyword',
  OfficeId: 'Keyword',
  SystemId: 'Keyword',
  CaseStatus: 'Keyword',
  Tier: 'Keyword',
  AgentId: 'Keyword',
  Overdue: 'Bool',
} as const;

/** Closed cases stay readable in the Temporal UI for this long. */
const retention = '90 days';

/** temporal.api.enums.v1.IndexedValueType */
const indexedValueType = { Keyword: 2, Bool: 5 } as const;

/**
 * Gives the namespace its retention, and the search attributes that it lacks (a database of an older version).
 *
 * @throws Error while the server is not ready for it.
 */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(retention) },
  });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, indexedValueType[type]])),
  });
}
