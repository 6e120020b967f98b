import type { Store } from '../../store/store.ts';
import { tiers, type Tier } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Engine } from '../engine/engine-types.ts';
import { savedButUntold } from './untold.ts';

interface Seat {
  deskId: string;
  tier: Tier;
}

/** The roster on which a user belongs, by what the audit kept of them. */
function seatOf(profile: Record<string, unknown> | null): Seat | null {
  if (profile === null || profile.role !== 'agent' || profile.active !== true) return null;
  const { deskId } = profile;
  const tier = tiers.find((each) => each === profile.tier);
  return typeof deskId === 'string' && tier !== undefined ? { deskId, tier } : null;
}

/** First on leave with handover, so that each open case gets a turn of its own; then out of the roster. */
async function leave(engine: Engine, agentId: string, seat: Seat): Promise<void> {
  const message = { agentId, availability: 'leave', handover: true } as const;
  await engine.signalRotation(seat, { name: 'availabilityChanged', message });
  await engine.signalRotation(seat, { name: 'rosterAmended', message: { joined: [], left: [agentId] } });
}

/**
 * Lets an agent join and leave rosters as the last change of their account says. Repeating it changes nothing, so that
 * whoever got 503 sends the same change again. A rotation that does not run reads its agents when it starts.
 * @throws Problem saved_but_engine_unavailable
 */
export async function announceMembership(
  { engine, store }: { engine: ApiDeps['engine']; store: Store },
  userId: string,
): Promise<void> {
  const change = await store.changes.latest({ kind: 'user', subjectId: userId });
  if (change === null) return;
  const [before, after] = [seatOf(change.before), seatOf(change.after)];
  if (before?.deskId === after?.deskId && before?.tier === after?.tier) return;
  await savedButUntold(change.version, async () => {
    if (before !== null) await leave(engine, userId, before);
    const message = { joined: [userId], left: [] };
    if (after !== null) await engine.signalRotation(after, { name: 'rosterAmended', message });
  });
}
