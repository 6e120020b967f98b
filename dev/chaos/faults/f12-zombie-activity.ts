import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { workerService } from '../../stack/product-services.ts';
import { until } from '../client/until.ts';
import { withStore } from '../observe/store-rows.ts';
import { openTcpGate, type TcpGate } from '../stack/tcp-gate.ts';
import type { ChaosPart } from '../stack/chaos-part.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/**
 * F12: a worker is stopped in the very moment in which an activity's write leaves it, until the activity has timed out and
 * others have gone on; then its write reaches the store, and it wakes.
 */
export const zombieActivity: Fault = {
  id: 'F12',
  title: 'a zombie activity: stopped past its time-out with a write under way, then resumed',
  async run(context) {
    const { note, stack } = context;
    const { hostname, port } = new URL(stack.storeUri);
    const gate = await openTcpGate({ host: hostname, port: Number(port) });
    // Directly: a replica set would send it past the gate.
    const gated = `mongodb://127.0.0.1:${gate.port}/giliran?directConnection=true&retryWrites=false`;
    const env = { ...stack.productEnv, MONGODB_URI: gated };
    const zombie = await stack.add(
      workerService({ env, logDir: join(stack.dataDir, 'logs', 'zombie'), show: (line) => stack.lines.push(line) }),
    );
    try {
      await staleWrite(context, { gate, zombie, collection: 'cases' });
      await staleWrite(context, { gate, zombie, collection: 'rotations' });
      note(
        stack.storeTitle === 'MongoDB'
          ? 'on a real mongod'
          : 'no mongod on this machine: updates with a condition were tried on the fallback store only',
      );
    } finally {
      zombie.thaw();
      await zombie.kill();
      zombie.hold();
      await gate.shut();
    }
  },
};

interface Scene {
  gate: TcpGate;
  zombie: ChaosPart;
  collection: 'cases' | 'rotations';
}

async function staleWrite(context: FaultContext, { collection, gate, zombie }: Scene): Promise<void> {
  const { client, expect, injected, problem, stack } = context;
  const [worker] = stack.workers;
  // Only the one that will be a zombie is there to take the work.
  worker?.hold();
  await worker?.kill();
  const caught = gate.catch((bytes) => bytes.includes('update\0') && bytes.includes(`${collection}\0`));
  const { caseId = '' } = await client.submit('def', problem(), { key: randomUUID(), patienceMs: 30_000 });
  const wasCaught = await until(60_000, () => Promise.race([caught.then(() => true), later()]));
  expect(wasCaught === true, `no write of ${collection} was caught`, { caseId });
  await zombie.freeze();
  injected();
  worker?.release();

  const versionOf = async (): Promise<number> => {
    const filter = collection === 'cases' ? { _id: caseId } : { tier: 'tier-1' };
    const [row] = await withStore(stack.storeUri, (rows) => rows(collection, filter));
    return Number(row?.['version'] ?? 0);
  };
  const assigned = await until(90_000, async () => {
    const [row] = await withStore(stack.storeUri, (rows) => rows('cases', { _id: caseId, status: 'assigned' }));
    return row;
  });
  expect(assigned !== null, 'nobody has taken over from the frozen worker', { caseId });
  const agent = await client.person(String(assigned?.['agentId']));
  for (const action of ['acknowledge', 'resolve']) {
    const body = action === 'resolve' ? { resolution: 'Selesai.' } : {};
    const { status } = await agent.insist('POST', `/v1/complaints/${caseId}/${action}`, { body, timeoutMs: 30_000 });
    expect(status === 200 || status === 202, `${action} was answered ${status}`, { caseId });
  }
  await client.submit('def', problem(), { key: randomUUID(), patienceMs: 60_000 });
  await until(30_000, async () => (await resolvedIn(stack.storeUri, caseId)) && (await versionOf()) > 1);
  const before = await versionOf();
  gate.letGo();
  zombie.thaw();
  // Whatever it still writes is on its way now; the next beat of its heart tells it that it is a zombie.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const after = await versionOf();
  expect(after >= before, `the stale write of ${collection} brought version ${before} back to ${after}`, { caseId });
  expect(await resolvedIn(stack.storeUri, caseId), 'the stale write has undone the resolution', { caseId });
}

const later = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 100));

async function resolvedIn(storeUri: string, caseId: string): Promise<boolean> {
  const [row] = await withStore(storeUri, (rows) => rows('cases', { _id: caseId }));
  return row?.['status'] === 'resolved';
}
