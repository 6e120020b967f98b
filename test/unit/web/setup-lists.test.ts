import { describe, expect, it } from 'vitest';
import { deskChangeOf, valuesOf as deskValuesOf } from '../../../web/admin/desks/desk-values.ts';
import { profileOf, valuesOf as personValuesOf } from '../../../web/admin/people/person-values.ts';
import { matching } from '../../../web/admin/shared/list-search.ts';
import { choicesOf } from '../../../web/admin/shared/row-choices.ts';

const items = [
  { id: 'b', name: 'Kantor 10', facts: ['Timur'], active: true },
  { id: 'a', name: 'Kantor 9', facts: ['Barat'], active: true },
  { id: 'c', name: 'Kantor 11', facts: ['Timur'], active: false },
];
const namesOf = (found: { name: string }[]) => found.map(({ name }) => name);

describe('a list of what is set up', () => {
  it('is in order of name, numbers as numbers, without what is not in use', () => {
    expect(namesOf(matching(items, { words: '', withInactive: false }))).toEqual(['Kantor 9', 'Kantor 10']);
  });

  it('is found in by all the words, wherever they stand', () => {
    expect(namesOf(matching(items, { words: 'timur KANTOR', withInactive: true }))).toEqual(['Kantor 10', 'Kantor 11']);
    expect(matching(items, { words: 'selatan', withInactive: true })).toEqual([]);
  });
});

describe('what one can choose from', () => {
  const rows = [
    { id: '1', name: 'Satu' },
    { id: '2', name: 'Dua', active: false },
  ];

  it('is what is in use, and what is chosen already', () => {
    expect(choicesOf(rows, '2', 'Pilih')).toEqual([
      { value: '2', label: 'Dua' },
      { value: '1', label: 'Satu' },
    ]);
  });

  it('says to choose while nothing is chosen', () => {
    expect(choicesOf(rows, '', 'Pilih')).toEqual([
      { value: '', label: 'Pilih' },
      { value: '1', label: 'Satu' },
    ]);
  });
});

describe('a person’s profile', () => {
  it('has only the places that the role has', () => {
    const typed = { ...personValuesOf(null), name: 'A', officeId: '123', deskId: 'layanan', tier: 'tier-1' as const };
    expect(profileOf({ ...typed, role: 'submitter' })).toMatchObject({ officeId: '123', deskId: null, tier: null });
    expect(profileOf({ ...typed, role: 'agent' })).toMatchObject({ officeId: null, deskId: 'layanan', tier: 'tier-1' });
    expect(profileOf({ ...typed, role: 'supervisor' })).toMatchObject({ deskId: 'layanan', tier: null });
    expect(profileOf({ ...typed, role: 'admin' })).toMatchObject({ officeId: null, deskId: null, email: null });
  });
});

describe('a desk’s change', () => {
  it('names only what was changed, where the server looks for it', () => {
    expect(deskChangeOf({ name: 'Unit' })).toEqual({ name: 'Unit' });
    expect(deskChangeOf({ acknowledgeWithin: 'PT2H', holidays: ['2026-12-24'] })).toEqual({
      settings: { acknowledgeWithin: 'PT2H', businessHours: { holidays: ['2026-12-24'] } },
    });
  });

  it('of a new desk is all of its settings, but not its id', () => {
    const change = deskChangeOf(deskValuesOf(null));
    expect(change.settings?.businessHours?.timezone).toBe('Asia/Jakarta');
    expect(change).not.toHaveProperty('id');
  });
});
