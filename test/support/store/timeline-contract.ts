import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildTimeline, buildTimelineEntry } from '../builders/timeline-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function timelineContract(store: StoreUnderTest): void {
  const all = (caseId: string) => store().timelines.ofCase(caseId, { afterNo: 0, limit: 1000 });

  describe('timelines', () => {
    it('keep each entry once when appends are repeated, overlap or race', async () => {
      const caseId = `case-${nextBuilt()}`;
      await store().timelines.append(buildTimeline(caseId, 1, 3));
      await store().timelines.append(buildTimeline(caseId, 1, 3));
      await store().timelines.append(buildTimeline(caseId, 2, 6));
      await store().timelines.append(buildTimeline(caseId, 6, 6));
      await store().timelines.append([]);
      await Promise.all([1, 4, 7].map((from) => store().timelines.append(buildTimeline(caseId, from, from + 9))));
      expect(await all(caseId)).toStrictEqual(buildTimeline(caseId, 1, 16));
    });

    it('keep the first of two entries with one number', async () => {
      const first = buildTimelineEntry({ caseId: `case-${nextBuilt()}`, type: 'first' });
      await store().timelines.append([first]);
      await store().timelines.append([{ ...first, type: 'second' }]);
      expect(await all(first.caseId)).toStrictEqual([first]);
    });

    it('are read in pages in order of number, without those of other cases', async () => {
      const caseId = `case-${nextBuilt()}`;
      await store().timelines.append([...buildTimeline(caseId, 1, 12).reverse(), ...buildTimeline(`${caseId}0`, 1, 3)]);
      const page = await store().timelines.ofCase(caseId, { afterNo: 3, limit: 8 });
      expect(page.map((entry) => entry.no)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
      expect(await store().timelines.ofCase(caseId, { afterNo: 12, limit: 8 })).toEqual([]);
    });

    it('are walked through as a whole, one history after another', async () => {
      const caseIds = [1, 10, 2].map((no) => `case-${nextBuilt()}-${no}`).sort();
      for (const caseId of [...caseIds].reverse()) await store().timelines.append(buildTimeline(caseId, 1, 12));
      const seen: string[] = [];
      let after: { caseId: string; no: number } | undefined;
      do {
        const page = await store().timelines.everything({ ...(after && { after }), limit: 25 });
        seen.push(...page.map(({ caseId, no }) => `${caseId}/${no}`));
        after = page.at(-1);
      } while (after !== undefined);
      const mine = seen.filter((key) => caseIds.some((caseId) => key.startsWith(`${caseId}/`)));
      const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
      expect(mine).toEqual(caseIds.flatMap((caseId) => numbers.map((no) => `${caseId}/${no}`)));
      expect(new Set(seen).size).toBe(seen.length);
    });

    it('of a desk are found by their day, with where they belong, and without what was told with no place', async () => {
      const [deskId, caseId] = [`desk-${nextBuilt()}`, `case-${nextBuilt()}`];
      const here = { deskId, officeId: '123', systemId: 'sipd' };
      const entry = (no: number, at: string, of = caseId) => buildTimelineEntry({ caseId: of, no, at });
      const [early, late] = [entry(1, '2026-11-24T00:00:00.000Z'), entry(2, '2026-11-24T23:59:59.999Z')];
      const [before, after] = [
        entry(1, '2026-11-23T23:59:59.999Z', `${caseId}-b`),
        entry(3, '2026-11-25T00:00:00.000Z'),
      ];
      const other = entry(1, '2026-11-24T12:00:00.000Z', `${caseId}-a`);
      await store().timelines.append([late, after, early], { place: here });
      await store().timelines.append([other], { place: { ...here, officeId: '124', systemId: 'espt' } });
      await store().timelines.append([before], { place: here });
      await store().timelines.append([entry(1, early.at, `${caseId}-c`)]);
      await store().timelines.append([entry(1, early.at, `${caseId}-d`)], {
        place: { ...here, deskId: `${deskId}-other` },
      });
      const placed = ({ hash: _hash, ...rest }: typeof early, officeId = '123', systemId = 'sipd') => {
        return { ...rest, officeId, systemId };
      };
      expect(await store().timelines.ofDay({ deskId, day: '2026-11-24' })).toStrictEqual([
        placed(early),
        placed(late),
        placed(other, '124', 'espt'),
      ]);
      expect(await store().timelines.ofDay({ deskId, day: '2026-11-25' })).toStrictEqual([placed(after)]);
      expect(await store().timelines.ofDay({ deskId, day: '2026-11-26' })).toEqual([]);
      expect(await store().timelines.ofCase(caseId, { afterNo: 0, limit: 9 })).toStrictEqual([early, late, after]);
    });

    it('tell with the last entry of a publication what was kept beside it, and only to those who ask', async () => {
      const caseId = `case-${nextBuilt()}`;
      const standing = { version: 3, runId: 'run', resolveBy: null, otherFingerprints: ['f', 'e'] };
      await store().timelines.append(buildTimeline(caseId, 1, 2), { standing });
      await store().timelines.append(buildTimeline(caseId, 3, 3), {
        place: { deskId: 'd', officeId: 'o', systemId: 's' },
      });
      await store().timelines.append(buildTimeline(caseId, 4, 4), { standing: { version: 9 } });
      await store().timelines.append(buildTimeline(caseId, 4, 4), { standing: { version: 10 } });
      const [one, two, three, four] = buildTimeline(caseId, 1, 4);
      expect(await store().timelines.told(caseId)).toStrictEqual([
        one,
        { ...two, standing },
        three,
        { ...four, standing: { version: 9 } },
      ]);
      expect(await all(caseId)).toStrictEqual([one, two, three, four]);
      expect(await store().timelines.told(`${caseId}-unknown`)).toEqual([]);
    });

    it('name whom they are about, in pages in order of id', async () => {
      const prefix = `about-${nextBuilt()}`;
      const ids = ['a', 'b', 'c', 'd'].map((letter) => `${prefix}-${letter}`);
      for (const id of [...ids].reverse()) await store().timelines.append(buildTimeline(id, 1, 2));
      await store().timelines.append(buildTimeline(`${prefix}-bb`, 2, 2));
      expect(await store().timelines.subjects({ after: prefix, limit: 3 })).toEqual(ids.slice(0, 3));
      const rest = await store().timelines.subjects({ after: ids[2] ?? '', limit: 1 });
      expect(rest).toEqual(ids.slice(3));
    });

    it('keep data as it is, whatever its keys', async () => {
      const data = { 'a.b': 1, $where: 'x', '': null, 2: [true, { '$gt.': 0.1 }], nested: { '1': [], empty: {} } };
      const withProto = { ...data, ...(JSON.parse('{"__proto__": {"polluted": true}}') as object) };
      for (const some of [data, withProto, {}]) {
        const entry = buildTimelineEntry({ caseId: `case-${nextBuilt()}`, data: some });
        await store().timelines.append([entry]);
        const [found] = await all(entry.caseId);
        expect(JSON.stringify(found?.data)).toBe(JSON.stringify(some));
      }
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });
  });
}
