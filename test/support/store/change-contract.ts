import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../api/admin/chain-verification.ts';
import type { Change, ChangeDraft } from '../../../store/changes/change-repository.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function buildChange(overrides: Partial<ChangeDraft> = {}): ChangeDraft {
  return {
    kind: 'office',
    subjectId: `office-${nextBuilt()}`,
    version: 1,
    at: '2026-11-24T01:00:00.000Z',
    actorId: 'admin',
    action: 'created',
    before: null,
    after: { name: 'Kantor', nested: { list: [1, 'two'] } },
    ...overrides,
  };
}

export function changeContract(store: StoreUnderTest): void {
  describe('changes of the set-up', () => {
    it('come back as they are, each with a number', async () => {
      const change = buildChange();
      expect(await store().changes.append(change)).toBe(true);
      const found = await store().changes.latest(change);
      const hex = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
      const chained = { no: expect.any(Number) as number, hash: hex, contentHash: hex };
      expect(found).toStrictEqual({ ...change, ...chained, salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
      expect(await store().changes.latest({ kind: 'system', subjectId: change.subjectId })).toBeNull();
    });

    it('give each version of a subject to one of many writers', async () => {
      const change = buildChange();
      const racing = ['a', 'b', 'c', 'd', 'e'].map((actorId) => store().changes.append({ ...change, actorId }));
      expect((await Promise.all(racing)).filter(Boolean)).toHaveLength(1);
      expect(await store().changes.append({ ...change, version: 2, before: change.after, after: null })).toBe(true);
      expect(await store().changes.latest(change)).toMatchObject({ version: 2, after: null });
      const { subjectId } = change;
      expect(await store().changes.list({ subjectId }, { limit: 10 })).toHaveLength(2);
    });

    it('are numbered without a gap, also when many write at once', async () => {
      const last = async () => (await store().changes.list({}, { limit: 1, newestFirst: true }))[0]?.no ?? 0;
      const before = await last();
      await Promise.all(Array.from({ length: 12 }, () => store().changes.append(buildChange())));
      const page = await store().changes.list({}, { after: before, limit: 100 });
      expect(page.map(({ no }) => no - before)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });

    it('are one chain, whatever is in them and however many write at once', async () => {
      const odd = {
        none: undefined,
        nothing: null,
        empty: {},
        list: [],
        number: 0.1,
        text: '"\n\u2028é',
        deep: { b: 1, a: 2 },
      };
      const racing = Array.from({ length: 12 }, (_, index) =>
        store().changes.append(buildChange({ after: { ...odd, index } })),
      );
      await Promise.all([...racing, store().changes.append(buildChange({ before: odd, after: null }))]);
      const [last] = await store().changes.list({}, { limit: 1, newestFirst: true });
      const findings = await verifyAudit(store());
      expect(findings).toEqual({
        entries: last?.no,
        erased: expect.any(Number) as number,
        withoutHash: 0,
        head: { no: last?.no, hash: last?.hash },
        broken: null,
      });
    });

    it('lose their content for good where they are erased, and stay in the chain', async () => {
      const change = buildChange({ kind: 'user' });
      for (const version of [1, 2, 3]) await store().changes.append({ ...change, version, before: change.after });
      const { kind, subjectId } = change;
      await store().changes.erase({ kind, subjectId, below: 3 });
      await store().changes.erase({ kind, subjectId, below: 3 });
      const found = await store().changes.list({ kind, subjectId }, { limit: 9 });
      expect(found.map(({ after }) => after)).toEqual([null, null, change.after]);
      expect(found.map(({ salt }) => typeof salt)).toEqual(['undefined', 'undefined', 'string']);
      await store().changes.append({ ...change, version: 4, action: 'anonymised' });
      expect(await verifyAudit(store())).toMatchObject({ broken: null });
    });

    it('are listed in both directions, filtered, page by page', async () => {
      const actorId = `admin-${nextBuilt()}`;
      for (const action of ['one', 'two', 'three']) await store().changes.append(buildChange({ actorId, action }));
      await store().changes.append(buildChange({ actorId, action: 'other', kind: 'desk' }));
      const { changes } = store();
      const actions = (found: Change[]) => found.map(({ action }) => action);
      const all = await changes.list({ actorId }, { limit: 10 });
      expect(actions(all)).toEqual(['one', 'two', 'three', 'other']);
      expect(actions(await changes.list({ actorId, kind: 'office' }, { limit: 2 }))).toEqual(['one', 'two']);
      const after = all[1]?.no ?? 0;
      expect(actions(await changes.list({ actorId }, { after, limit: 10 }))).toEqual(['three', 'other']);
      expect(actions(await changes.list({ actorId }, { after, limit: 10, newestFirst: true }))).toEqual(['one']);
    });
  });
}
