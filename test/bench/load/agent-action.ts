import { randomUUID } from 'node:crypto';
import type { ActionRef } from '../../../workflows/complaint/complaint-types.ts';

/** An action of this agent, with an id of its own, by somebody who publishes what is answered. */
export function actionBy(agentId: string): ActionRef {
  return { actionId: randomUUID(), actor: { id: agentId, role: 'agent' }, publishes: true };
}
