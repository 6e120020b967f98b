import { describe, expect, it } from 'vitest';
import { initialsOf, ringPlaces } from '../../../web/supervisor/board/ring-places.ts';

describe('places on the ring', () => {
  it('begin at the top and go clockwise', () => {
    expect(ringPlaces(4)).toEqual([
      { left: 50, top: 7 },
      { left: 93, top: 50 },
      { left: 50, top: 93 },
      { left: 7, top: 50 },
    ]);
  });

  it('are none for nobody', () => {
    expect(ringPlaces(0)).toEqual([]);
  });
});

describe('initials', () => {
  it.each([
    ['Petugas A', 'PA'],
    ['Budi', 'B'],
    ['Siti Nur Aisyah', 'SA'],
    [' dewi  lestari ', 'DL'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
