import type { Store } from '../../store/store.ts';
import { roleFaults, scopeFaults } from './check-access.ts';
import { bodyOf, faultsOf } from './check-answer.ts';
import type { FuzzOperation } from './fuzz-operations.ts';
import { answerOf, curlLine, requestOf, type FuzzAnswer, type FuzzRequest } from './fuzz-request.ts';
import { fuzzTally, type OperationTally, type Violation } from './fuzz-tally.ts';
import { draftAt, turnsOf, type Turn } from './fuzz-turns.ts';
import { fuzzWorld } from './fuzz-world.ts';
import { warmUp } from './warm-up.ts';

export interface FuzzTarget {
  base: string;
  /** Where the target keeps everything: sessions are made there, and it is looked whose something is. */
  store: Store;
}

export interface FuzzResult {
  seed: number;
  requests: number;
  seconds: number;
  rows: OperationTally[];
  violations: Violation[];
  /** Answered 503 once although the engines ran, and well when it was sent again. */
  busy: number;
}

interface Options {
  requests: number;
  seed: number;
  concurrency: number;
  /** Told now and then how far it is. */
  say?: (line: string) => void;
}

/** Failed sign-ins are counted for each address: they come from many, as a proxy tells it. */
const addressOf = (index: number): string => `10.${(index >> 16) % 250}.${(index >> 8) % 250}.${index % 250}`;

const setUp = /^\/v1\/(desks|offices|systems|office-servers|users)\/\{id\}(\/settings)?$/;

async function isReady(base: string): Promise<boolean> {
  const answer = await fetch(`${base}/ready`, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  return answer?.status === 200;
}

/** Sends everything and looks at every answer. */
export async function runFuzz({ base, store }: FuzzTarget, options: Options): Promise<FuzzResult> {
  const { concurrency, requests, say, seed } = options;
  const world = fuzzWorld(store);
  const tally = fuzzTally();
  await warmUp(base, world);
  const began = Date.now();
  let busy = 0;

  /** 503 is an answer for when an engine is down. That one was only slow is seen by asking again. */
  const patientAnswer = async (operation: FuzzOperation, request: FuzzRequest): Promise<[FuzzAnswer, string[]]> => {
    const answer = await answerOf(base, request, operation.isStream);
    if (answer.status !== 503 || operation.operationId === 'getReadiness') return [answer, []];
    const again = await answerOf(base, request, operation.isStream);
    if (again.status !== 503) busy += 1;
    const isWrong = again.status === 503 && (await isReady(base));
    return [again, isWrong ? [`503 twice although /ready is 200: ${again.text.slice(0, 200)}`] : []];
  };

  const play = async (turn: Turn): Promise<void> => {
    const { index, operation, caller } = turn;
    const sparing = operation.method !== 'GET' && setUp.test(operation.path);
    const draft = world.pool.settle(draftAt(turn, seed), { sparing });
    const proof = await world.proofOf(caller, draft.credential, operation.operationId);
    const who = draft.credential === 'broken' ? null : caller;
    const request = requestOf(operation, draft, { ...proof, 'x-forwarded-for': addressOf(index) });
    const faults: string[] = [];
    let status: number | null = null;
    try {
      const [answer, outage] = await patientAnswer(operation, request);
      const body = bodyOf(answer);
      status = answer.status;
      const seen = {
        status,
        params: draft.params,
        body,
        isSound: draft.spoilt === null || draft.spoilt === 'credential',
      };
      faults.push(...outage, ...faultsOf(request, answer), ...roleFaults(operation, who, seen));
      faults.push(...(await scopeFaults(store, operation, who, seen)));
      if (status < 300) world.pool.learn(operation, draft.params as Record<string, string>, body);
      if (status === 401 && who && draft.spoilt === null && /"unauthenticated"/.test(answer.text))
        faults.push(`${who.column} is not known any more`);
    } catch (error) {
      faults.push((error as Error).message);
    }
    const { operationId } = operation;
    const named = { index, seed, operationId, caller: caller?.id ?? 'nobody', spoilt: draft.spoilt };
    tally.count(operation, status, faults.length > 0 ? { ...named, faults, curl: curlLine(base, request) } : null);
    if ((index + 1) % 1_000 === 0) say?.(`${index + 1} requests, ${tally.violations.length} violations`);
  };

  const turns = turnsOf(options);
  const workThrough = async (): Promise<void> => {
    for (const turn of turns) await play(turn);
  };
  await Promise.all(Array.from({ length: concurrency }, workThrough));
  const seconds = Math.round((Date.now() - began) / 1_000);
  return { seed, requests, seconds, rows: tally.rows(), violations: tally.violations, busy };
}
