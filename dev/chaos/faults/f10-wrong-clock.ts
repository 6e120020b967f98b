import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { setDesk } from '../client/desk-settings.ts';
import { until } from '../client/until.ts';
import { readStoreRows } from '../observe/store-rows.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/** Debian's package libfaketime; it moves the clock of a process that loads it. */
const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

const allowedMs = { acknowledge: 15_000, resolve: 40_000 };
/** A busy machine may be late by moments, and never early. */
const [lateMs, earlyMs] = [20_000, 50];

/** F10: the clocks of API and worker are an hour ahead, and then an hour behind: no early or double escalation. */
export const wrongClock: Fault = {
  id: 'F10',
  title: 'clocks of API and worker +1 h and −1 h',
  async impossible() {
    const isThere = await access(library).then(
      () => true,
      () => false,
    );
    return isThere ? null : 'libfaketime is not installed (apt-get install faketime)';
  },
  async run(context) {
    const { note } = context;
    await setDesk(context, {
      acknowledgeWithin: 'PT15S',
      resolveTier1Within: 'PT40S',
      resolveTier2Within: 'PT1H',
      businessHours: { enabled: false },
    });
    const cases: string[] = [];
    // Under each clock some cases begin whose deadlines pass under the next one.
    for (const shift of ['', '+1h', '-1h', '']) {
      await startUnder(context, shift);
      cases.push(...(await sendSome(context)));
      await pause(9_000);
    }
    await until(120_000, async () => {
      const { cases: rows } = await readStoreRows(context.stack.storeUri);
      return rows.every(({ caseId, tier }) => !cases.includes(caseId) || tier === 'tier-2');
    });
    // In tier 2 they would go on and on from one to the next.
    await setDesk(context, { acknowledgeWithin: 'PT12H' });
    const { timelines } = await readStoreRows(context.stack.storeUri);
    const lateness = cases.flatMap((caseId) => checkCase(context, caseId, timelines));
    note(`${cases.length} cases, each deadline ${Math.max(...lateness)} ms late at most`);
  },
};

/** Starts API and worker anew under a clock that is so far off. */
async function startUnder({ expect, injected, stack }: FaultContext, shift: string): Promise<void> {
  const { productEnv } = stack;
  Object.assign(productEnv, { LD_PRELOAD: shift && library, FAKETIME: shift, FAKETIME_DONT_FAKE_MONOTONIC: '1' });
  if (!shift) for (const name of ['LD_PRELOAD', 'FAKETIME']) delete productEnv[name];
  const parts = [stack.api, ...stack.workers];
  await Promise.all(parts.map((part) => part.kill()));
  if (shift) injected(parts.length);
  const isReady = await until(60_000, async () => (await fetch(`${stack.base}/ready`)).status === 200);
  expect(isReady === true, `the API did not start with its clock at ${shift || 'the right time'}`);
  // Only the API says what time it thinks it is.
  const date = Date.parse((await fetch(`${stack.base}/live`)).headers.get('date') ?? '');
  const hours = Math.round((date - Date.now()) / 3_600_000);
  expect(hours === { '': 0, '+1h': 1, '-1h': -1 }[shift], `the clock of the API is ${hours} h off, not ${shift}`);
}

async function sendSome({ client, problem, scale }: FaultContext): Promise<string[]> {
  const sent = Array.from({ length: scale === 'full' ? 8 : 2 }, () =>
    client.submit('ghi', problem(), { key: randomUUID(), patienceMs: 60_000 }),
  );
  return (await Promise.all(sent)).flatMap(({ caseId }) => caseId ?? []);
}

/** The first miss, and the escalation, each once and when it was due by Temporal's clock; @returns how late, in ms. */
function checkCase({ expect }: FaultContext, caseId: string, timelines: TimelineEntry[]): number[] {
  const entries = timelines.filter((entry) => entry.caseId === caseId).sort((one, other) => one.no - other.no);
  const timeOf = (entry: TimelineEntry | undefined) => (entry ? Date.parse(entry.at) : NaN);
  const received = timeOf(entries.find(({ type }) => type === 'received'));
  const escalations = entries.filter(({ type }) => type === 'escalated');
  expect(escalations.length === 1, `${caseId} was escalated ${escalations.length} times`, { caseId });
  const late = [timeOf(escalations[0]) - received - allowedMs.resolve];
  for (const [index, { type }] of entries.entries()) {
    if (type !== 'acknowledgementMissed') continue;
    const given = entries.slice(0, index).findLast((entry) => entry.type === 'assigned');
    late.push(timeOf(entries[index]) - timeOf(given) - allowedMs.acknowledge);
  }
  for (const ms of late) {
    expect(ms >= -earlyMs, `a deadline of ${caseId} passed ${-ms} ms early`, { caseId });
    expect(ms <= lateMs, `a deadline of ${caseId} passed ${ms} ms late`, { caseId });
  }
  return late;
}
