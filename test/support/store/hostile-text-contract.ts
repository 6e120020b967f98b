import { describe, expect, it } from 'vitest';
import { UnstorableText } from '../../../store/store-errors.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { buildReport } from '../builders/report-builder.ts';
import { buildTimelineEntry } from '../builders/timeline-builder.ts';
import { buildUser } from '../builders/user-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const hostile: [string, string][] = [
  ['an operator', '$where'],
  ['an operator in JSON', '{"$ne": null}'],
  ['a prototype', '__proto__'],
  ['dots', 'a.b.$c.'],
  ['a pattern', '^.*(a|b)+$\\'],
  ['right-to-left text', '\u0645\u0631\u062d\u0628\u0627 \u202e\u05e9\u05dc\u05d5\u05dd'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeff'],
  ['a whole surrogate pair', '🙏 𠮷'],
  ['ten thousand characters', 'ä'.repeat(10_000)],
  ['quotes and control characters', `'"\\\n\r\t\u0001\u007f`],
  ['nothing', ''],
];

const unstorable: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['the first half of a surrogate pair', 'a\ud800'],
  ['the second half of a surrogate pair', '\udc00a'],
];

export function hostileTextContract(store: StoreUnderTest): void {
  describe('hostile text', () => {
    it.each(hostile)('comes back as it went in: %s', async (_name, text) => {
      const deskId = `desk-${nextBuilt()}`;
      const report = buildReport({ title: text, description: text, category: text });
      const view = buildCaseView({ title: text, category: text, deskId });
      const entry = buildTimelineEntry({ caseId: view.caseId, data: { [text]: text } });
      await store().reports.insert(report);
      await store().cases.record(view);
      await store().timelines.append([entry]);
      expect(await store().reports.find(report.reportId)).toStrictEqual(report);
      expect(await store().timelines.ofCase(view.caseId, { afterNo: 0, limit: 9 })).toStrictEqual([entry]);
      expect((await store().cases.list({ deskId, q: text }, { limit: 9 })).items).toStrictEqual([view]);
    });

    it.each([...hostile, ...unstorable])('finds nothing when it is looked up: %s', async (_name, text) => {
      expect(await store().cases.find(text)).toBeNull();
      expect(await store().reports.find(text)).toBeNull();
      expect(await store().reports.findByCandidate(text)).toBeNull();
      expect(await store().users.findByUsername(text)).toBeNull();
      expect(await store().sessions.find(text)).toBeNull();
      expect(await store().messages.findMany([text])).toEqual([]);
      const page = await store().cases.list({ deskId: text, q: text }, { limit: 9 });
      expect(page).toEqual({ items: [], next: null });
    });

    it.each([{ $ne: null }, { $gt: '' }, { $regex: '.*' }, ['x'], null])(
      'is no filter when it is no text: %j',
      async (value) => {
        await store().users.insert(buildUser());
        const filter = value as unknown as string;
        const { users, sessions, tokens } = store();
        const lookUps = [
          users.findByUsername(filter),
          users.find(filter),
          sessions.find(filter),
          tokens.findByHash(filter),
        ];
        for (const outcome of await Promise.allSettled(lookUps)) {
          expect(outcome.status === 'rejected' || outcome.value === null).toBe(true);
        }
      },
    );

    it.each(unstorable)('is refused before anything is written: %s', async (_name, text) => {
      const report = buildReport({ description: text });
      const view = buildCaseView({ title: text });
      const entry = buildTimelineEntry({ caseId: view.caseId, data: { list: [{ [text]: 1 }] } });
      await expect(store().reports.insert(report)).rejects.toThrow(UnstorableText);
      await expect(store().reports.insert(report)).rejects.toMatchObject({ path: '0.description' });
      await expect(store().cases.record(view)).rejects.toThrow(UnstorableText);
      await expect(store().timelines.append([entry])).rejects.toThrow(UnstorableText);
      expect(await store().reports.find(report.reportId)).toBeNull();
      expect(await store().cases.find(view.caseId)).toBeNull();
      expect(await store().timelines.ofCase(view.caseId, { afterNo: 0, limit: 9 })).toEqual([]);
    });
  });
}
