import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/asvs.md', 'utf8');

/** What levels 1 and 2 of ASVS 5.0.0 ask: section, and the numbers of its requirements as ranges. */
const asked = `
1.1 1-2, 1.2 1-9, 1.3 1-11, 1.4 1-3, 1.5 1-2, 2.1 1-3, 2.2 1-3, 2.3 1-4, 2.4 1-1, 3.2 1-2, 3.3 1-4, 3.4 1-6, 3.5 1-5,
3.7 1-2, 4.1 1-3, 4.2 1-1, 4.3 1-2, 4.4 1-4, 5.1 1-1, 5.2 1-3, 5.3 1-2, 5.4 1-3, 6.1 1-3, 6.2 1-12, 6.3 1-4, 6.4 1-4,
6.5 1-5, 6.6 1-3, 6.8 1-4, 7.1 1-3, 7.2 1-4, 7.3 1-2, 7.4 1-5, 7.5 1-2, 7.6 1-2, 8.1 1-2, 8.2 1-3, 8.3 1-1, 8.4 1-1,
9.1 1-3, 9.2 1-4, 10.1 1-2, 10.2 1-2, 10.3 1-4, 10.4 1-11, 10.5 1-5, 10.6 1-2, 10.7 1-3, 11.1 1-2, 11.2 1-3, 11.3 1-3,
11.4 1-4, 11.5 1-1, 11.6 1-1, 12.1 1-3, 12.2 1-2, 12.3 1-4, 13.1 1-1, 13.2 1-5, 13.3 1-2, 13.4 1-5, 14.1 1-2, 14.2 1-4,
14.3 1-3, 15.1 1-3, 15.2 1-3, 15.3 1-7, 16.1 1-1, 16.2 1-5, 16.3 1-4, 16.4 1-3, 16.5 1-3, 17.1 1-1, 17.2 1-4, 17.3 1-2`;

const requirements = asked.split(',').flatMap((part) => {
  const [section = '', range = ''] = part.trim().split(' ');
  const [first = 1, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
});

const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { ids: cells[0]?.split(', ') ?? [], shownBy: cells.at(-1) ?? '', isAnswered: cells.length === 4 };
  });

describe('the ASVS table', () => {
  it('has each requirement of levels 1 and 2 once', () => {
    const told = rows.flatMap(({ ids }) => ids);
    expect([...told].sort()).toEqual([...requirements].sort());
  });

  it.each(rows)('shows $ids by a test that is there, or says why it is a gap or does not apply', (row) => {
    const tests = [...row.shownBy.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
    const hasReason = /^Gap: .{10,}/.test(row.shownBy) || (!row.isAnswered && row.shownBy.length > 5);
    expect(hasReason || tests.length > 0).toBe(true);
  });
});
