import type { Store } from '../../../store/store.ts';
import { inParallel } from '../load/in-parallel.ts';
import { demandSound } from './round-oracle.ts';

const pageSize = 500;
const tier = 'tier-1';

/** The round as its lane knows it. */
export interface RoundAsked {
  lane: string;
  store: Store;
  deskId: string;
  roster: readonly string[];
  caseIds: readonly string[];
  seqBefore: number;
}

/** Looks at a round's cases, histories and turns in the store. @throws Error when any of it is not as it must be */
export async function lookAtRound({ caseIds, deskId, lane, roster, seqBefore, store }: RoundAsked): Promise<void> {
  const resolutions = new Map<string, number>();
  const views = await inParallel(caseIds.length, 16, async (index) => {
    const caseId = caseIds[index] ?? '';
    const [view, entries] = await Promise.all([
      store.cases.find(caseId),
      store.timelines.ofCase(caseId, { afterNo: 0, limit: 100 }),
    ]);
    resolutions.set(caseId, entries.filter(({ type }) => type === 'resolved').length);
    return view;
  });
  const turns = await turnsAfter(store, deskId, seqBefore);
  const cases = views.flatMap((view) => view ?? []);
  demandSound(lane, { caseIds, cases, resolutions, turns, seqBefore, roster });
}

/** All turns of tier 1 after this number. */
export async function turnsAfter({ turns }: Pick<Store, 'turns'>, deskId: string, seq: number) {
  const found = [];
  for (let after = seq; ; after += pageSize) {
    const page = await turns.list({ deskId, tier }, { after, limit: pageSize });
    found.push(...page);
    if (page.length < pageSize) return found;
  }
}
