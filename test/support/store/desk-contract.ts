import { describe, expect, it } from 'vitest';
import { StaleVersion } from '../../../store/store-errors.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildDesk } from '../builders/desk-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function deskContract(store: StoreUnderTest): void {
  const settings = (capacityPerAgent: number) => ({ ...buildDesk().settings, capacityPerAgent });

  describe('desks', () => {
    it('are inserted once and found again exactly', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      expect(await store().desks.insert(desk)).toBe(true);
      expect(await store().desks.insert({ ...desk, name: 'Another' })).toBe(false);
      expect(await store().desks.find(desk.deskId)).toStrictEqual(desk);
      expect(await store().desks.find('unknown')).toBeNull();
      expect(await store().desks.list()).toContainEqual(desk);
    });

    it('replace their settings as a whole, with a version that grows', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      await store().desks.insert(desk);
      const free = { enabled: false, timezone: 'UTC', weekly: { sunday: [] }, holidays: [] };
      const changed = { ...settings(3), businessHours: free };
      const expected = { ...desk, settings: changed, version: 2 };
      expect(await store().desks.saveSettings(desk.deskId, changed)).toStrictEqual(expected);
      expect(await store().desks.find(desk.deskId)).toStrictEqual(expected);
      expect(await store().desks.list()).toContainEqual(expected);
      expect(await store().desks.saveSettings('unknown', changed)).toBeNull();
    });

    it('keep exceptions and national holidays, and stay without them where nothing was said', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      await store().desks.insert(desk);
      const exceptions = [
        { date: '2026-12-31', periods: [{ from: '07:30', to: '12:00' }], name: 'Akhir tahun' },
        { date: '2026-12-30', periods: [] },
      ];
      const more = { exceptions, useNationalHolidays: true, useJointLeave: false };
      const changed = { ...desk.settings, businessHours: { ...desk.settings.businessHours, ...more } };
      await store().desks.saveSettings(desk.deskId, changed);
      expect((await store().desks.find(desk.deskId))?.settings).toStrictEqual(changed);
      await store().desks.saveSettings(desk.deskId, desk.settings);
      expect((await store().desks.find(desk.deskId))?.settings).toStrictEqual(desk.settings);
    });

    it('refuse settings made for an older version, also when writers race', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      await store().desks.insert(desk);
      const racing = [1, 2, 3, 4, 5].map((capacity) => store().desks.saveSettings(desk.deskId, settings(capacity), 1));
      const outcomes = await Promise.allSettled(racing);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map((outcome): unknown => outcome.reason)).toEqual(Array(4).fill(expect.any(StaleVersion)));
      const taken = outcomes.findIndex((outcome) => outcome.status === 'fulfilled') + 1;
      const found = await store().desks.find(desk.deskId);
      expect(found).toMatchObject({ version: 2, settings: { capacityPerAgent: taken } });
    });

    it('record a name and settings under a version that nobody has taken', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      await store().desks.insert(desk);
      const renamed = { ...desk, name: 'Unit Baru', settings: settings(4), version: 2 };
      expect(await store().desks.record(renamed)).toBe(true);
      expect(await store().desks.record({ ...renamed, name: 'Terlambat' })).toBe(false);
      expect(await store().desks.record({ ...renamed, deskId: 'unknown' })).toBe(false);
      expect(await store().desks.find(desk.deskId)).toStrictEqual(renamed);
      await store().desks.saveSettings(desk.deskId, settings(5));
      expect(await store().desks.find(desk.deskId)).toMatchObject({ name: 'Unit Baru', version: 3 });
    });

    it('lose no write when writers race without naming a version', async () => {
      const desk = buildDesk({ deskId: `desk-${nextBuilt()}` });
      await store().desks.insert(desk);
      await Promise.all([1, 2, 3, 4].map((capacity) => store().desks.saveSettings(desk.deskId, settings(capacity))));
      expect(await store().desks.find(desk.deskId)).toMatchObject({ version: 5 });
    });
  });
}
