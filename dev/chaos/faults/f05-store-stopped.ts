import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { probeRecovery } from '../client/probe-recovery.ts';
import { sendMany } from '../client/send-many.ts';
import { settle } from '../observe/settle.ts';
import { withStore } from '../observe/store-rows.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/** Pauses between tries double up to half a minute, and a try costs some events: in three minutes they cannot be more. */
const mostEvents = 150;

/** F5: the store stopped (SIGSTOP) for 3 minutes: /ready false, /live true, bounded retries, the backlog drains. */
export const storeStopped: Fault = {
  id: 'F5',
  title: 'the store stopped (SIGSTOP) for 3 minutes',
  async run(context) {
    const { client, expect, injected, note, scale, stack } = context;
    const [lastsMs, cases] = scale === 'full' ? [180_000, 60] : [15_000, 10];
    await sendMany(context, cases, { clients: 6, perSecond: 10 });
    await settle(stack, { limitMs: 60_000 });
    const open = await withStore(stack.storeUri, (rows) => rows('cases', { status: 'assigned' }));
    const resolved = open.slice(0, cases / 2).map(({ workflowId }) => String(workflowId));
    const before = await historyLengths(context, resolved);
    const since = Date.now();
    for (const part of [...stack.store].reverse()) await part.freeze();
    injected();
    // A supervisor goes on in the Temporal UI: these cases move, and cannot tell the store.
    for (const workflowId of resolved) {
      const resolution = { actorId: 'pengawas', resolution: 'Selesai dari Temporal UI.' };
      await stack.client.workflow.getHandle(workflowId).signal('resolve', resolution);
    }
    const seen = { ready: new Set<number | null>(), live: new Set<number | null>(), sent: new Set<number | null>() };
    // Both need a moment to notice it, and to notice that it is back.
    await pause(5_000);
    while (Date.now() - since < lastsMs - 3_000) {
      seen.ready.add(await statusOf(stack.base, '/ready'));
      seen.live.add(await statusOf(stack.base, '/live'));
      seen.sent.add((await client.submit('xyz', context.problem(), { key: randomUUID() })).status);
      await pause(2_000);
    }
    const after = await historyLengths(context, resolved);
    const grown = Math.max(...after.map((length, index) => length - (before[index] ?? 0)));
    await pause(Math.max(0, lastsMs - (Date.now() - since)));
    for (const part of stack.store) part.thaw();
    const thawed = Date.now();
    await probeRecovery(context, thawed);
    expect([...seen.ready].join() === '503', `/ready was ${[...seen.ready].join(', ')}`);
    expect([...seen.live].join() === '200', `/live was ${[...seen.live].join(', ')}`);
    expect([...seen.sent].join() === '503', `complaints were answered ${[...seen.sent].join(', ')}`);
    expect(grown > 2 && grown <= mostEvents, `a history has grown by ${grown} events`);
    note(`away for ${Math.round((thawed - since) / 1_000)} s; trying again has cost a case ${grown} events at most`);
    const unsettled = await settle(stack, { limitMs: 120_000 });
    const drained = Math.round((Date.now() - thawed) / 1_000);
    note(`the backlog of ${resolved.length} cases was gone ${drained} s after it was back`);
    expect(unsettled.length === 0, `the backlog has not drained: ${unsettled.join(', ')}`);
    const now = await withStore(stack.storeUri, (rows) => rows('cases', { status: 'resolved' }));
    expect(now.length === resolved.length, `${now.length} of ${resolved.length} are resolved in the store`);
  },
};

async function statusOf(base: string, path: string): Promise<number | null> {
  const answer = await fetch(base + path, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  return answer?.status ?? null;
}

async function historyLengths({ stack }: FaultContext, workflowIds: string[]): Promise<number[]> {
  const descriptions = workflowIds.map((id) => stack.client.workflow.getHandle(id).describe());
  return (await Promise.all(descriptions)).map(({ historyLength }) => historyLength);
}
