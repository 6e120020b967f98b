import type { Store } from '../../../store/store.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { until } from '../../../dev/chaos/client/until.ts';

const patienceMs = 60_000;

/** Waits until the read model of the rotation knows of no place that one of these cases holds. @throws Error after a minute */
export async function untilGivenBack({ rotations }: Pick<Store, 'rotations'>, caseIds: string[]): Promise<void> {
  const cases = new Set(caseIds);
  const isGivenBack = await until(patienceMs, async () => {
    const view = await rotations.find({ deskId: demoDeskId, tier: 'tier-1' });
    return view !== null && !view.state.assignments.some(({ caseId }) => cases.has(caseId));
  });
  if (!isGivenBack) throw new Error(`not all turns were given back within ${patienceMs / 1_000} s`);
}
