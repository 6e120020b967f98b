import { RandomSource } from '../simulation/world/random-source.ts';
import type { Engines } from '../engines/engines.ts';
import { checkObservations } from './check/check-observations.ts';
import { mailsTwice } from './check/check-notifications.ts';
import type { ServerLook, Violation } from './check/observations.ts';
import { ChaosClient } from './client/chaos-client.ts';
import { retryUnanswered } from './client/retry-unanswered.ts';
import { observeStack } from './observe/observe-stack.ts';
import { settle } from './observe/settle.ts';
import { keepEvidence } from './report/evidence.ts';
import { startChaosStack, type ChaosStack } from './stack/chaos-stack.ts';
import { startMailSink } from './stack/mail-sink.ts';
import type { Fault, FaultContext, FaultResult, Scale } from './fault-types.ts';

export interface RunOptions {
  engines: Engines;
  seed: number;
  scale: Scale;
  say: (line: string) => void;
}

const settleLimitMs = 180_000;

/** Tries faults one after the other on one system of their own, lets it come to rest, and looks at all of it. */
export async function runFaults(faults: readonly Fault[], options: RunOptions): Promise<FaultResult> {
  const { engines, scale, seed } = options;
  const began = Date.now();
  const result: FaultResult = {
    id: faults.map(({ id }) => id).join('+'),
    title: faults.map(({ title }) => title).join('; '),
    ...{ seed, store: '', operations: 0, injected: 0, recoveries: [], notes: [], violations: [], seconds: 0 },
  };
  const mails = await startMailSink();
  const looks: ServerLook[] = [];
  let mayWait = 0;
  let stack: ChaosStack | undefined;
  try {
    stack = await startChaosStack(engines, mergedWishes(faults, { mailUrl: mails.url, scale, engines }));
    const client = new ChaosClient(stack.base);
    result.store = stack.storeTitle;
    for (const fault of faults) {
      options.say(`${fault.id} ${fault.title}`);
      await fault.run({
        ...{ scale, stack, client, mails, looks, random: new RandomSource(`${seed}/${fault.id}`) },
        ...recorder(result, seed, fault.id),
        mayWait: (count) => (mayWait += count),
      });
    }
    await retryUnanswered(client);
    const unsettled = await settle(stack, { limitMs: settleLimitMs, mayWait });
    options.say(`  has come to rest after ${Math.round((Date.now() - began) / 1_000)} s; it is looked at`);
    const seen = await observeStack(stack, client, { mails: mails.received, unsettled, servers: looks });
    const { cases, histories, reports, turns } = seen;
    options.say(
      `  ${reports.length} reports, ${cases.length} cases, ${turns.length} turns, ${histories.length} histories replayed`,
    );
    result.violations.push(...checkObservations(seen));
    result.operations = client.journal.reduce((sum, { attempts }) => sum + attempts.length, 0);
    if (seen.mailRows.length > 0) result.notes.push(`${mails.received.length} mails, ${mailsTwice(seen)} came twice`);
    if (result.violations.length > 0) result.evidenceDir = await keepEvidence(stack, seen, result.violations);
  } catch (error) {
    const what = `the fault could not be played to its end: ${error instanceof Error ? error.stack : String(error)}`;
    result.violations.push({ invariant: 'also', what });
    result.evidenceDir = stack?.dataDir;
  } finally {
    await stack?.stop({ keepData: result.evidenceDir !== undefined });
    await mails.close();
  }
  result.seconds = Math.round((Date.now() - began) / 1_000);
  return result;
}

type Recorder = Pick<FaultContext, 'injected' | 'recovered' | 'expect' | 'note' | 'problem'>;

function recorder(result: FaultResult, seed: number, id: string): Recorder {
  let problems = 0;
  return {
    injected: (count = 1) => (result.injected += count),
    recovered: (ms) => result.recoveries.push(ms),
    expect: (holds, what, about) => {
      if (!holds) result.violations.push({ invariant: 'also', what: `${id}: ${what}`, ...about } satisfies Violation);
    },
    note: (text) => result.notes.push(text),
    problem: (about) => {
      problems += 1;
      const title = `Masalah ${id} nomor ${problems} dari ${seed}`;
      return { systemId: 'sipd', category: 'login', title, description: `Rincian ${problems}`, ...about };
    },
  };
}

function mergedWishes(faults: readonly Fault[], given: Parameters<NonNullable<Fault['wishes']>>[0]) {
  return Object.assign({}, ...faults.map(({ wishes }) => wishes?.(given) ?? {})) as ReturnType<
    NonNullable<Fault['wishes']>
  >;
}
