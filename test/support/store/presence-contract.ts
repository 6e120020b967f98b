import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function presenceContract(store: StoreUnderTest): void {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 1, 0, second)).toISOString();

  describe('who has a case open', () => {
    it('is kept once for each person and case, with when they were last seen', async () => {
      const caseId = `case-${nextBuilt()}`;
      expect(await store().presences.ofCase(caseId)).toEqual([]);
      await store().presences.see({ caseId, userId: 'b', seenAt: at(1) });
      await store().presences.see({ caseId, userId: 'a', seenAt: at(2) });
      await store().presences.see({ caseId, userId: 'b', seenAt: at(20) });
      await store().presences.see({ caseId: `${caseId}-other`, userId: 'c', seenAt: at(3) });
      expect(await store().presences.ofCase(caseId)).toStrictEqual([
        { caseId, userId: 'a', seenAt: at(2) },
        { caseId, userId: 'b', seenAt: at(20) },
      ]);
    });

    it('is one row when many windows say it at once', async () => {
      const seen = { caseId: `case-${nextBuilt()}`, userId: 'a', seenAt: at(5) };
      await Promise.all(Array.from({ length: 8 }, () => store().presences.see(seen)));
      expect(await store().presences.ofCase(seen.caseId)).toHaveLength(1);
    });

    it('is found by its day, and removed', async () => {
      const caseId = `case-${nextBuilt()}`;
      await store().presences.see({ caseId, userId: 'a', seenAt: at(1) });
      expect(await store().presences.writtenOn('2026-11-24', { limit: 1_000 })).toContain(`${caseId}/a`);
      expect(await store().presences.removeMany([`${caseId}/a`, `${caseId}/b`])).toBe(1);
      expect(await store().presences.ofCase(caseId)).toEqual([]);
    });
  });
}
