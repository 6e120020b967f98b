import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function answerIntentContract(store: StoreUnderTest): void {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 1, 0, second)).toISOString();
  const intent = (second: number) => {
    const intentId = `intent-${nextBuilt()}`;
    return { intentId, caseId: `case of ${intentId}`, workflowId: `complaint:of-${intentId}`, at: at(second) };
  };
  const pending = (before: string, limit = 1_000) => store().answerIntents.pending({ before, limit });

  describe('answers that somebody will publish', () => {
    it('are found when they are older than asked for, until they are removed', async () => {
      const [old, older, young] = [intent(2), intent(1), intent(3)];
      for (const each of [old, older, young]) await store().answerIntents.insert(each);
      const found = await pending(at(3));
      expect(found).toEqual(expect.arrayContaining([old, older]));
      expect(found).not.toContainEqual(young);
      expect(await pending(at(3), 1)).toHaveLength(1);

      await store().answerIntents.removeMany([old.intentId, young.intentId, 'unknown']);
      const left = await pending(at(9));
      expect(left).toContainEqual(older);
      expect(left).not.toContainEqual(old);
      await store().answerIntents.removeMany([older.intentId]);
      expect(await pending(at(9))).not.toContainEqual(older);
    });

    it('are kept once, however often it is said', async () => {
      const said = intent(1);
      await Promise.all([said, said].map((each) => store().answerIntents.insert(each)));
      expect((await pending(at(2))).filter(({ intentId }) => intentId === said.intentId)).toEqual([said]);
      await store().answerIntents.removeMany([said.intentId]);
    });

    it('may be none to be removed', async () => {
      await expect(store().answerIntents.removeMany([])).resolves.toBeUndefined();
    });
  });
}
