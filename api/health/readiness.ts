import type { ApiDeps } from '../api-deps.ts';

export interface Readiness {
  ready: boolean;
  store: 'up' | 'down';
  engine: 'up' | 'down';
}

const answerWithinMs = 2_000;
const keptForMs = 1_000;

/** Asks both at once. Probes that come together, or within a second, share one answer. */
export function createReadiness({ store, engine }: Pick<ApiDeps, 'store' | 'engine'>): () => Promise<Readiness> {
  let last: { answer: Promise<Readiness>; since: number } | null = null;
  return () => {
    const now = performance.now();
    if (!last || now - last.since > keptForMs) last = { answer: ask(store, engine), since: now };
    return last.answer;
  };
}

type Pinged = Pick<ApiDeps['store'], 'ping'>;

async function ask(store: Pinged, engine: Pinged): Promise<Readiness> {
  const [storeState, engineState] = await Promise.all([stateOf(store), stateOf(engine)]);
  return { ready: storeState === 'up' && engineState === 'up', store: storeState, engine: engineState };
}

/** Bounded here too: a driver that overlooks its own time-out must not hold a probe. */
async function stateOf(part: Pinged): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), answerWithinMs);
  });
  const answered = part.ping(answerWithinMs).then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
