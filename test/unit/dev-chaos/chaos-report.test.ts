import { describe, expect, it } from 'vitest';
import type { FaultResult } from '../../../dev/chaos/fault-types.ts';
import { chaosTable, percentile, violationText } from '../../../dev/chaos/report/chaos-table.ts';
import { withRows } from '../../../dev/chaos/report/reliability-page.ts';
import { invariants } from '../../../dev/chaos/check/observations.ts';

const result = (change: Partial<FaultResult>): FaultResult => ({
  ...{ id: 'F1', title: 'kill -9', seed: 7, store: 'MongoDB', operations: 2_000, injected: 20, seconds: 300 },
  ...{ recoveries: [3_000, 1_000, 2_000], notes: ['calm | quiet'], violations: [], ...change },
});

describe('the report of the fault harness', () => {
  it('counts by the nearest rank', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([5, 1, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 3], 0.99)).toBe(5);
  });

  it('has a row for each fault, and says what was not tried', () => {
    const table = chaosTable([result({}), result({ id: 'F16', skipped: 'needs root' })]);
    expect(table.split('\n')[1]).toMatch(/^F1 +7 +MongoDB +2,000 +20 +2\.0 s +3\.0 s +0$/);
    expect(table).toMatch(/F16 .*not tried/);
  });

  it('names what a person needs to find a mistake', () => {
    const violations = [{ invariant: 'I2' as const, caseId: 'abc', what: 'it is open twice' }];
    const text = violationText(result({ violations, evidenceDir: '/there' }), invariants);
    for (const part of ['F1: 1 violations', 'I2', 'case abc', 'it is open twice', '/there'])
      expect(text).toContain(part);
  });

  it('replaces the rows of the faults that were tried, and leaves all else of the page', () => {
    const marks = ['<!-- made by npm run chaos -->', '<!-- end of what npm run chaos makes -->'];
    const began = new Date(Date.UTC(2026, 10, 24, 12));
    const run = { began, machine: '2 × CPU' };
    const first = withRows(`before ${marks.join('\n')} after`, {
      ...run,
      results: [result({ id: 'F10' }), result({})],
    });
    const second = withRows(first, { ...run, results: [result({ id: 'F2' }), result({ operations: 5 })] });
    const rows = second.split('\n').filter((line) => line.startsWith('| F'));
    expect(rows.map((row) => row.slice(2, 5).trim())).toEqual(['F1', 'F2', 'F10']);
    expect(rows[0]).toContain('| 5 | 20 | 2.0 s | 3.0 s | 0 | 300 s | calm \\| quiet | 2026-11-24 12:00, 2 × CPU |');
    expect(second.startsWith('before')).toBe(true);
    expect(second.endsWith('after')).toBe(true);
  });
});
