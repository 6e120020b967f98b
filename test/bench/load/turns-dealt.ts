import { performance } from 'node:perf_hooks';
import { until } from '../../../dev/chaos/client/until.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import type { Store } from '../../../store/store.ts';

/** The number of the last turn of tier 1. */
export function lastTurn({ turns }: Pick<Store, 'turns'>): Promise<number> {
  return turns.lastSeq({ deskId: demoDeskId, tier: 'tier-1' });
}

/**
 * Waits until so many turns have been dealt since the desk was opened.
 *
 * @returns after how many seconds; null when not within the limit
 * @throws Error when more turns were dealt than there are cases: one was served twice
 */
export async function untilAllHaveTurns(
  store: Pick<Store, 'turns'>,
  count: number,
  limitMs: number,
): Promise<number | null> {
  const began = performance.now();
  const all = await until(limitMs, async () => (await lastTurn(store)) >= count);
  if (all === null) return null;
  const turns = await lastTurn(store);
  if (turns !== count) throw new Error(`${turns} turns were dealt to ${count} cases`);
  return (performance.now() - began) / 1_000;
}
