import type { ApiDeps } from '../api-deps.ts';

export interface Readiness {
  ready: boolean;
  store: 'up' | 'down';
  engine: 'up' | 'down';
  /** Told, but no reason to take no requests: complaints are taken, and wait in Temporal for a worker. */
  workers: 'up' | 'down' | 'unknown';
}

const answerWithinMs = 2_000;
const keptForMs = 1_000;

type Asked = Pick<ApiDeps, 'store' | 'engine' | 'draining'>;

/** Asks both at once. Probes that come together, or within a second, share one answer. */
export function createReadiness({ store, engine, draining }: Asked): () => Promise<Readiness> {
  let last: { answer: Promise<Readiness>; since: number } | null = null;
  return async () => {
    const now = performance.now();
    if (!last || now - last.since > keptForMs) last = { answer: ask(store, engine), since: now };
    const answer = await last.answer;
    return draining?.aborted === true ? { ...answer, ready: false } : answer;
  };
}

async function ask(store: ApiDeps['store'], engine: ApiDeps['engine']): Promise<Readiness> {
  const up = () => 'up' as const;
  const polled = (isPolled: boolean) => (isPolled ? ('up' as const) : ('down' as const));
  const [storeState, engineState, workers] = await Promise.all([
    inTime(store.ping(answerWithinMs).then(up), 'down' as const),
    inTime(engine.ping(answerWithinMs).then(up), 'down' as const),
    inTime(engine.workersPoll(answerWithinMs).then(polled), 'unknown' as const),
  ]);
  return { ready: storeState === 'up' && engineState === 'up', store: storeState, engine: engineState, workers };
}

/** Bounded here too: a driver that overlooks its own time-out must not hold a probe. */
async function inTime<Answer, Otherwise>(asked: Promise<Answer>, otherwise: Otherwise): Promise<Answer | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), answerWithinMs);
  });
  return Promise.race([asked.catch(() => otherwise), tooLate]).finally(() => clearTimeout(timer));
}
