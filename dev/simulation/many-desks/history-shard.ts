import { fingerprint32 } from 'farmhash-modern';

/**
 * The history shard of a workflow, 0 .. shards − 1 (the server counts from 1): its very own hash
 * (`WorkflowIDToHistoryShard` in temporalio/temporal, common/util.go).
 *
 * @param namespaceId the namespace's UUID, not its name
 */
export function historyShardOf(namespaceId: string, workflowId: string, shards: number): number {
  return fingerprint32(`${namespaceId}_${workflowId}`) % shards;
}

/** Any namespace will do: another one deals the same ids in another way, no better and no worse. */
export const exampleNamespaceId = '5c6a1f0e-3d52-4f0b-9c1f-0d5f3b1c7a44';
