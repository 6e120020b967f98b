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
  if (missing.length > 0) await addSearchAttributes(connection, namespace, Object.fromEntries(missing));
}

/** Registers these search attributes; the time-skipping test server can do only this half. */
export async function addSearchAttributes(
  connection: Connection,
  namespace: string,
  kinds: Partial<typeof searchAttributeKinds> = searchAttributeKinds,
): Promise<void> {
  const searchAttributes = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, indexedValueTypes[kind]]),
  );
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
