import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { rotationHead, rotationView } from '../../../workflows/rotation/rotation-view.ts';
import { buildRotationView } from '../builders/rotation-view-builder.ts';
import { buildTurns } from '../builders/turn-builder.ts';
import { shuffled } from './random-order.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function rotationContract(store: StoreUnderTest): void {
  describe('rotations', () => {
    it('are found again exactly as recorded, each tier for itself', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const waiting = [{ requestId: 'r', caseId: 'c', since: '2026-11-24T01:00:00.000Z' }];
      const view = buildRotationView({ deskId, waiting, nextAgentId: null, seq: 7 });
      expect(await store().rotations.record(view)).toBe(true);
      expect(await store().rotations.find({ deskId, tier: 'tier-1' })).toStrictEqual(view);
      expect(await store().rotations.find({ deskId, tier: 'tier-2' })).toBeNull();
    });

    it('keep the newer version', async () => {
      const deskId = `desk-${nextBuilt()}`;
      for (const version of shuffled([1, 2, 3, 4, 5])) {
        await store().rotations.record(buildRotationView({ deskId, version, seq: version }));
      }
      expect(await store().rotations.record(buildRotationView({ deskId, version: 5, seq: 0 }))).toBe(false);
      expect(await store().rotations.find({ deskId, tier: 'tier-1' })).toMatchObject({ version: 5, seq: 5 });
    });
  });

  it('show what is newer than their lists, until the lists follow', async () => {
    const deskId = `desk-${nextBuilt()}`;
    const key = { deskId, tier: 'tier-1' as const };
    const assignment = { requestId: 'c/tier-1/1', caseId: 'c', workflowId: 'w', attempt: 1, agentId: 'a', seq: 1 };
    const before = { ...buildRotationView({ deskId }).state, assignments: [assignment], seq: 1, version: 1 };
    const after = { ...before, assignments: [], seq: 9, nextIndex: 3, version: 2 };
    // The read model is being made anew: nothing is recorded yet.
    await store().rotations.record(rotationHead(before));
    expect(await store().rotations.find(key)).toMatchObject({ seq: 1, listsSeq: 0, waiting: [] });
    await store().rotations.record(rotationView({ ...before, version: 2 }));
    expect(await store().rotations.find(key)).toStrictEqual(rotationView({ ...before, version: 2 }));

    expect(await store().rotations.record(rotationHead({ ...after, version: 3 }))).toBe(true);
    expect(await store().rotations.record(rotationHead({ ...after, seq: 8, version: 3 }))).toBe(false);
    expect(await store().rotations.find(key)).toStrictEqual({
      ...rotationView({ ...after, version: 3 }),
      state: { ...after, assignments: [assignment], version: 3 },
      listsSeq: 1,
    });

    await store().rotations.record(rotationView({ ...after, version: 4 }));
    expect(await store().rotations.find(key)).toStrictEqual(rotationView({ ...after, version: 4 }));
  });

  describe('turns', () => {
    it('keep each turn once when appends are repeated, overlap or race', async () => {
      const key = { deskId: `desk-${nextBuilt()}`, tier: 'tier-1' as const };
      await store().turns.append(buildTurns(1, 3, key));
      await store().turns.append(buildTurns(2, 5, key));
      await store().turns.append([]);
      await Promise.all([4, 6, 8].map((from) => store().turns.append(buildTurns(from, from + 4, key))));
      expect(await store().turns.list(key, { after: 0, limit: 100 })).toStrictEqual(buildTurns(1, 12, key));
    });

    it('of one day are found, in order, each rotation for itself', async () => {
      const key = { deskId: `desk-${nextBuilt()}`, tier: 'tier-1' as const };
      const other = { ...key, tier: 'tier-2' as const };
      const at = (time: string) => ({ ...key, at: `2026-11-${time}` });
      const [eve, day, next] = [at('23T23:59:59.999Z'), at('24T00:00:00.000Z'), at('25T00:00:00.000Z')];
      await store().turns.append([...buildTurns(1, 1, eve), ...buildTurns(2, 12, day), ...buildTurns(13, 13, next)]);
      await store().turns.append(buildTurns(1, 2, { ...day, ...other }));
      expect(await store().turns.ofDay(key, '2026-11-24')).toStrictEqual(buildTurns(2, 12, day));
      expect(await store().turns.ofDay(other, '2026-11-24')).toStrictEqual(buildTurns(1, 2, { ...day, ...other }));
      expect(await store().turns.ofDay(other, '2026-11-25')).toEqual([]);
    });

    it('are read in pages of any length, in order, each rotation for itself', async () => {
      const key = { deskId: `desk-${nextBuilt()}`, tier: 'tier-1' as const };
      const other = { ...key, tier: 'tier-2' as const };
      for (let from = 1; from <= 1300; from += 100) await store().turns.append(buildTurns(from, from + 99, key));
      await store().turns.append(buildTurns(1, 4, other));
      const seqs = async (after: number, limit: number) =>
        (await store().turns.list(key, { after, limit })).map((turn) => turn.seq);
      expect(await seqs(0, 3)).toEqual([1, 2, 3]);
      expect(await seqs(498, 3)).toEqual([499, 500, 501]);
      expect(await seqs(0, 5000)).toEqual(Array.from({ length: 1300 }, (_, index) => index + 1));
      expect(await seqs(1299, 10)).toEqual([1300]);
      expect(await seqs(1300, 10)).toEqual([]);
      expect(await store().turns.lastSeq(key)).toBe(1300);
      expect(await store().turns.lastSeq(other)).toBe(4);
      expect(await store().turns.lastSeq({ ...key, deskId: 'unknown' })).toBe(0);
    });
  });
}
