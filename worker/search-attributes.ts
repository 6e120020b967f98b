import type { Connection } from '@temporalio/client';
import { searchAttributeKinds } from '../workflows/kernel/search-attributes.ts';

/** Values of temporal.api.enums.v1.IndexedValueType. */
const indexedValueTypes = { KEYWORD: 2, BOOL: 5 } as const;

/**
 * Registers the custom search attributes that the namespace lacks. Without them every workflow task that sets one would
 * fail, for ever, so a worker does not start before this has succeeded.
 */
export async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributeKinds).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, kind]) => [name, indexedValueTypes[kind]])),
  });
}
