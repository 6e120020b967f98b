/** Where somebody stands on the ring, in per cent of its square. */
interface RingPlace {
  left: number;
  top: number;
}

/** Of the square's half, so that those on it stay inside. */
const radius = 43;

/** The places of so many people: the first at the top, then clockwise, evenly. */
export function ringPlaces(count: number): RingPlace[] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return { left: round(50 + radius * Math.sin(angle)), top: round(50 - radius * Math.cos(angle)) };
  });
}

/** `PA` for Petugas A, `B` for Budi: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
