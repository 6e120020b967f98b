import { setTimeout as pause } from 'node:timers/promises';
import { sendMany } from '../client/send-many.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/** Longer than the time-outs of activities, and than a worker's claim on a workflow that it has in memory. */
const frozenMs = 25_000;

/** F15: two workers, of which one is frozen, while agents go on leave in the middle of being given cases. */
export const frozenWorker: Fault = {
  id: 'F15',
  title: 'two workers, one frozen; agents leave in mid-assignment',
  wishes: () => ({ workers: 2 }),
  async run(context) {
    const { injected, random, scale, stack } = context;
    const [rounds, submissions] = scale === 'full' ? [2, 200] : [1, 20];
    const sender = { isDone: false };
    const sending = sendMany(context, submissions, { clients: 3, perSecond: 4 }).finally(() => (sender.isDone = true));
    const leaving = leaveNow(context, () => !sender.isDone);
    for (let round = 0; round < rounds; round += 1) {
      await pause(random.between(500, 2_000));
      const victim = random.pick(stack.workers);
      const since = Date.now();
      await victim.freeze();
      injected();
      await probeRecovery(context, since);
      await pause(Math.max(0, frozenMs - (Date.now() - since)));
      victim.thaw();
    }
    await sending;
    injected(await leaving);
  },
};

/** Whoever was given a case last goes on leave and hands over, and comes back a little later. */
async function leaveNow({ client, expect, random, stack }: FaultContext, goesOn: () => boolean): Promise<number> {
  const supervisor = await client.person('pengawas');
  let times = 0;
  const set = async (agentId: string, body: object): Promise<void> => {
    const { status } = await supervisor.insist('PUT', `/v1/agents/${agentId}/availability`, { body });
    expect(status === 200, `an availability was answered ${status}`);
  };
  for (; goesOn(); times += 1) {
    await pause(random.between(500, 1_500));
    const path = '/v1/desks/layanan/rotations/tier-1';
    const { body } = await supervisor.insist<{ nextAgentId: string | null }>('GET', path);
    const next = body.nextAgentId;
    if (next === null || stack.workers.length === 0) continue;
    await set(next, { availability: 'leave', handover: true });
    await pause(random.between(200, 1_500));
    await set(next, { availability: 'available' });
  }
  return times;
}
