/**
 * Edits between two words, up to `limit`: letters inserted, dropped, exchanged, or swapped with their neighbour (optimal
 * string alignment). Answers `limit + 1` as soon as it is certain to be more.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const changed = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + same);
      current[column] = swapped && row > 1 ? Math.min(changed, at(beforeLast, column - 2) + 1) : changed;
    }
    if (Math.min(...current) > limit) return limit + 1;
    [beforeLast, last] = [last, current];
  }
  return Math.min(at(last, other.length), limit + 1);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** Slips that a word of this length may hold and still be meant: short words differ by one letter too often. */
function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * How far two words may be one word, spelled otherwise: 1 equal, less for each slip, 0 when they are different words.
 * Words with digits are codes: there one digit makes another thing. Symmetric.
 */
export function spellingLikeness(one: string, other: string): number {
  if (one === other) return 1;
  // The first letters are seldom wrong both; looking at them spares nearly all comparisons.
  if (one[0] !== other[0] && one[1] !== other[1]) return 0;
  const slips = slipsAllowed(Math.min(one.length, other.length));
  if (slips === 0 || Math.abs(one.length - other.length) > slips) return 0;
  if (/\d/.test(one) || /\d/.test(other)) return 0;
  const distance = editDistance(one, other, slips);
  return distance > slips ? 0 : 1 - 0.1 * distance;
}
