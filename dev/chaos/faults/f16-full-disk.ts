import { appendFile, mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runProgram } from '../../engines/run-program.ts';
import { isTaken } from '../client/journal-types.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { sendMany } from '../client/send-many.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

const folderOf = (kind: 'mongod' | 'ferretdb'): string => (kind === 'mongod' ? 'mongod' : 'postgres');
/** MongoDB keeps room for its journal at once. */
const sizeOf = (kind: 'mongod' | 'ferretdb'): string => (kind === 'mongod' ? '768m' : '256m');

/** F16: the disk of the store is full, and then the store only reads: 503, and no false 2xx. */
export const fullDisk: Fault = {
  id: 'F16',
  title: 'disk full; store read-only',
  async impossible() {
    if (process.platform !== 'linux' || process.geteuid?.() !== 0)
      return 'a small disk needs mount, and that needs root';
    return runProgram('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).then(
      () => null,
      () => 'this machine does not let us mount a small disk',
    );
  },
  wishes: ({ engines }) => ({
    prepareFolder: async (dataDir) => {
      const dir = join(dataDir, folderOf(engines.store.kind));
      await mkdir(dir);
      await runProgram('mount', ['-t', 'tmpfs', '-o', `size=${sizeOf(engines.store.kind)}`, 'tmpfs', dir]);
    },
    cleanFolder: async (dataDir) => {
      await runProgram('umount', ['-l', join(dataDir, folderOf(engines.store.kind))]).catch(() => undefined);
    },
  }),
  async run(context) {
    await fillDisk(context);
    await readOnly(context);
  },
};

/** Everything that is not taken now is taken when there is room again, under the same key. */
async function fillDisk(context: FaultContext): Promise<void> {
  const { injected, stack } = context;
  await sendMany(context, 20, { clients: 4, perSecond: 10 });
  const ballast = join(stack.dataDir, stack.storeTitle === 'MongoDB' ? 'mongod' : 'postgres', 'ballast');
  await fill(ballast);
  injected();
  const from = Date.now();
  const sending = sendMany(context, context.scale === 'full' ? 300 : 30, {
    clients: 8,
    perSecond: 10,
    patienceMs: 180_000,
  });
  await pause(context.scale === 'full' ? 20_000 : 5_000);
  // Whatever the store gave back meanwhile is taken from it again.
  await fill(`${ballast}-2`);
  await pause(10_000);
  const away = Date.now();
  await Promise.all([rm(ballast), rm(`${ballast}-2`)]);
  await probeRecovery(context, away);
  await sending;
  tell(context, 'disk full', from, away);
}

async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const block of [1 << 20, 1 << 12]) {
      const zeros = Buffer.alloc(block);
      for (;;) {
        const { bytesWritten } = await handle.write(zeros).catch(() => ({ bytesWritten: 0 }));
        if (bytesWritten < block) break;
      }
    }
  } finally {
    await handle.close();
  }
  const { bavail, bsize } = await statfs(file);
  if (bavail * bsize > 1 << 20) throw new Error(`the disk still has ${bavail * bsize} bytes`);
}

async function readOnly(context: FaultContext): Promise<void> {
  const { injected, note, stack } = context;
  if (stack.storeTitle === 'MongoDB') return note('read-only is tried on the fallback store only');
  const settings = join(stack.dataDir, 'postgres', 'data', 'postgresql.auto.conf');
  const set = async (isOn: boolean): Promise<void> => {
    await appendFile(settings, `default_transaction_read_only = ${isOn ? 'on' : 'off'}\n`);
    // PostgreSQL reads its settings anew.
    process.kill(stack.store[0]?.pid ?? 0, 'SIGHUP');
    await pause(1_000);
  };
  await set(true);
  injected();
  const from = Date.now();
  const sending = sendMany(context, 40, { clients: 6, perSecond: 6, patienceMs: 180_000 });
  await pause(8_000);
  const away = Date.now();
  await set(false);
  await probeRecovery(context, away);
  await sending;
  const taken = tell(context, 'read-only', from, away);
  context.expect(taken === 0, `${taken} were answered 2xx by a store that only reads`);
}

/** @returns how many were taken in between */
function tell({ client, expect, note }: FaultContext, name: string, from: number, to: number): number {
  const within = client.journal
    .flatMap(({ attempts }) => attempts)
    .filter(({ endedAt, sentAt }) => sentAt >= from && endedAt <= to);
  const statuses = new Map<number | null, number>();
  for (const { status } of within) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  note(`${name}: answered ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
  const others = within.filter((attempt) => !isTaken(attempt) && attempt.status !== 503 && attempt.status !== null);
  expect(others.length === 0, `${name}: ${others.length} were answered ${others[0]?.status}`);
  expect(statuses.has(503), `${name}: nothing was answered 503`);
  return within.filter(isTaken).length;
}
