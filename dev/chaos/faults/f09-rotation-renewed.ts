import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { connectStore } from '../../../store/connect-store.ts';
import { initialRotation } from '../../../store/rotations/initial-rotation.ts';
import { temporalEngine } from '../../../worker/temporal-engine.ts';
import { complaintTaskQueue, rotationTaskQueue } from '../../../workflows/kernel/task-queues.ts';
import { rotationWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { demoDeskId } from '../../seed/demo-data.ts';
import { fill } from '../../seed/seed-demo.ts';
import type { RandomSource } from '../../simulation/world/random-source.ts';
import { sendMany } from '../client/send-many.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { listRuns } from '../observe/engine-runs.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

const key = { deskId: demoDeskId, tier: 'tier-1' } as const;

/** F9: distinct complaints while the rotation continues as new every 10 turns, its roster is edited and workers are killed. */
export const rotationRenewed: Fault = {
  id: 'F9',
  title: 'the rotation continues as new every 10 turns, with roster edits and kills',
  wishes: () => ({ prepare: startHurriedRotation }),
  async run(context) {
    const { expect, injected, note, random, scale, stack } = context;
    const [kills, submissions] = scale === 'full' ? [6, 500] : [1, 30];
    const sender = { isDone: false };
    const sending = sendMany(context, submissions, { clients: 6, perSecond: 20, waitsForAgent: true }).finally(
      () => (sender.isDone = true),
    );
    const editing = editRoster(context, () => !sender.isDone);
    for (let kill = 0; kill < kills && !sender.isDone; kill += 1) {
      await pause(random.between(1_000, 4_000));
      const since = Date.now();
      await stack.workers[0]?.kill();
      injected();
      await probeRecovery(context, since);
    }
    await sending;
    const edits = await editing;
    injected(edits);
    const workflowId = rotationWorkflowId(key);
    const runs = await listRuns(stack.client, `WorkflowId = '${workflowId}'`);
    note(`${runs.length} runs of the rotation, ${edits} edits of its roster and its people`);
    expect(runs.length > submissions / 30, `the rotation had only ${runs.length} runs`);
  },
};

async function startHurriedRotation({ client, storeUri }: { client: Client; storeUri: string }): Promise<void> {
  const store = await connectStore({ uri: storeUri });
  try {
    await fill(store);
    const queues = { rotationQueue: rotationTaskQueue, complaintQueue: complaintTaskQueue };
    const { connection } = client;
    const engine = temporalEngine({ connection: connection as never, namespace: 'default', ...queues });
    await engine.startRotation({ ...(await initialRotation(store, key)), continueAsNewAfterTurns: 10 });
  } finally {
    await store.close();
  }
}

interface Roster {
  roster: { agentId: string }[];
}

/** Another order, somebody left out or back, somebody away or back. */
async function editRoster({ client, expect, random }: FaultContext, goesOn: () => boolean): Promise<number> {
  const supervisor = await client.person('pengawas');
  const path = `/v1/desks/${demoDeskId}/rotations/tier-1`;
  const everybody = (await supervisor.insist<Roster>('GET', path)).body.roster.map(({ agentId }) => agentId);
  let edits = 0;
  for (; goesOn(); edits += 1) {
    await pause(random.between(400, 1_200));
    const agentId = random.pick(everybody);
    const availability = random.pick(['available', 'available', 'away', 'leave']);
    const { status } = random.chance(0.5)
      ? await supervisor.insist('PUT', `${path}/roster`, { body: { agentIds: someOf(everybody, random) } })
      : await supervisor.insist('PUT', `/v1/agents/${agentId}/availability`, { body: { availability } });
    // 409: the agent has just been left out.
    expect(status === 200 || status === 409, `an edit was answered ${status}`);
  }
  await supervisor.insist('PUT', `${path}/roster`, { body: { agentIds: everybody } });
  for (const agentId of everybody)
    await supervisor.insist('PUT', `/v1/agents/${agentId}/availability`, { body: { availability: 'available' } });
  return edits;
}

function someOf(everybody: readonly string[], random: RandomSource): string[] {
  const agentIds = everybody.filter(() => random.chance(0.8));
  const turned = random.between(0, agentIds.length);
  return agentIds.length < 3 ? [...everybody] : [...agentIds.slice(turned), ...agentIds.slice(0, turned)];
}
