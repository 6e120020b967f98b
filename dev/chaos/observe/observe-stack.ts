import { rotationKey } from '../../../store/kernel/rotation-key.ts';
import type { Observations } from '../check/observations.ts';
import type { ChaosClient } from '../client/chaos-client.ts';
import type { ChaosStack } from '../stack/chaos-stack.ts';
import { readEngine } from './engine-runs.ts';
import { readStoreRows } from './store-rows.ts';

/** Looks at the whole system from outside, once it has come to rest. */
export async function observeStack(
  stack: Pick<ChaosStack, 'client' | 'storeUri' | 'productEnv'>,
  client: Pick<ChaosClient, 'journal'>,
  seen: Pick<Observations, 'mails' | 'unsettled' | 'servers'>,
): Promise<Observations> {
  const { assignments, ...rows } = await readStoreRows(stack.storeUri);
  const { rotations, ...engine } = await readEngine(stack.client, stack.productEnv['WORKFLOW_BUNDLE'] ?? '');
  return {
    ...rows,
    ...engine,
    ...seen,
    servers: [...rows.servers, ...seen.servers],
    journal: client.journal,
    rotations: rotations.map((log) => ({ ...log, assignments: assignments.get(rotationKey(log)) ?? [] })),
  };
}
