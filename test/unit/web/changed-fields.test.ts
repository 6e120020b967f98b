import { describe, expect, it } from 'vitest';
import { changedFields } from '../../../web/admin/shared/changed-fields.ts';

describe('what has changed of something that was set up', () => {
  it('is nothing when nothing has', () => {
    expect(changedFields({ name: 'A', periods: [] }, { name: 'A', periods: [] })).toEqual([]);
  });

  it('is each field with what it was and what it is', () => {
    expect(changedFields({ name: 'A', active: true }, { name: 'B', active: true })).toEqual([
      { field: 'name', before: 'A', after: 'B' },
    ]);
  });

  it('looks through the layers of a desk’s settings, and takes each weekday by itself', () => {
    const settings = (to: string, within: string) => ({
      settings: { acknowledgeWithin: within, businessHours: { weekly: { monday: [{ from: '07:30', to }] } } },
    });
    expect(changedFields(settings('16:00', 'PT1H'), settings('17:00', 'PT2H'))).toEqual([
      { field: 'acknowledgeWithin', before: 'PT1H', after: 'PT2H' },
      { field: 'monday', before: [{ from: '07:30', to: '16:00' }], after: [{ from: '07:30', to: '17:00' }] },
    ]);
  });

  it('says of a long list only what went and what came', () => {
    expect(
      changedFields({ holidays: ['2026-12-24', '2026-12-31'] }, { holidays: ['2026-12-31', '2027-01-02'] }),
    ).toEqual([{ field: 'holidays', before: ['2026-12-24'], after: ['2027-01-02'] }]);
  });

  it('is all there is of something new', () => {
    expect(changedFields(null, { name: 'A', email: null })).toEqual([{ field: 'name', before: undefined, after: 'A' }]);
  });
});
