import { describe, expect, it } from 'vitest';
import { readBenchOptions } from '../../bench/bench-options.ts';
import type { LaneResult } from '../../bench/bench-types.ts';
import { measures } from '../../bench/measures/measure-list.ts';
import { laneTable } from '../../bench/report/lane-table.ts';
import { withBlock } from '../../bench/report/performance-page.ts';
import { markdownTable, terminalTable } from '../../bench/report/table.ts';
import { cpuTicksIn } from '../../bench/stack/process-cost.ts';
import { readFile } from 'node:fs/promises';

const round = (cases: number, change: Partial<LaneResult> = {}): LaneResult => ({
  ...{ cases, seconds: 1, cpuSeconds: cases / 10, latenciesMs: [10, 20, 30], ...change },
});

describe('the report of the bench', () => {
  it('has a row for each lane, with its ratio to those that were run', () => {
    const table = laneTable([
      { name: 'floor', rounds: [round(40), round(50), round(60)] },
      { name: 'giliran', rounds: [round(20, { noted: { 'worker MiB': 100 } }), round(25), round(24)] },
      { name: 'rt5', rounds: [], skipped: 'not installed' },
    ]);
    expect(table.head).toEqual([
      'lane',
      'cases/s',
      '× floor',
      '× giliran',
      'case p50',
      'case p99',
      'CPU s/case',
      'noted',
    ]);
    expect(table.rows[0]?.slice(0, 4)).toEqual(['floor', '50.0 (40.0–60.0)', '1', '2.08 (2.00–2.50)']);
    expect(table.rows[1]).toEqual([
      ...['giliran', '24.0 (20.0–25.0)', '0.48 (0.40–0.50)', '1'],
      ...['20.0 ms', '30.0 ms', '0.10', 'worker MiB: 100'],
    ]);
    expect(table.rows[2]).toEqual(['rt5', 'not run', '–', '–', '–', '–', '–', 'not installed']);
  });

  it('is aligned for a terminal and marked down for a page', () => {
    const table = { head: ['lane', 'x'], rows: [['a|b', '1']] };
    expect(terminalTable(table)).toBe('lane  x\na|b   1');
    expect(markdownTable(table)).toBe('| lane | x |\n| --- | --- |\n| a\\|b | 1 |');
  });

  it('puts a block between its marks and leaves the rest', () => {
    const page = 'before <!-- npm run bench: lanes -->old<!-- end of npm run bench: lanes --> after';
    const block = { name: 'lanes', table: { head: ['h'], rows: [['r']] }, notes: ['seen'], when: 'now' };
    const once = withBlock(page, block);
    expect(once).toMatch(/^before <!-- npm run bench: lanes -->\n\n\| h \|/);
    expect(once).toMatch(/\| r \|\n\n- seen\n\n_now_\n\n<!-- end of npm run bench: lanes --> after$/);
    expect(withBlock(once, block)).toBe(once);
    expect(() => withBlock('no marks', block)).toThrow(/no place for lanes/);
  });

  it('has a place in docs/performance.md for everything that is measured', async () => {
    const page = await readFile(new URL('../../../docs/performance.md', import.meta.url), 'utf8');
    for (const name of ['lanes', ...measures.map((measure) => measure.name)])
      expect(() => withBlock(page, { name, table: { head: [], rows: [] }, notes: [], when: '' })).not.toThrow();
  });
});

describe('what the bench asks of the system', () => {
  it('counts the CPU time of a process and of its children that have ended', () => {
    const fields = ['S', ...Array.from({ length: 10 }, () => '7'), '100', '20', '3', '4', '99'];
    expect(cpuTicksIn(`12 (a (strange) name) ${fields.join(' ')}`)).toBe(127);
    expect(cpuTicksIn('')).toBe(0);
  });

  it('knows what is to be run', () => {
    const read = (...args: string[]) => readBenchOptions(['node', 'bench', ...args]);
    expect(read()).toMatchObject({ rounds: 5, lanes: ['floor', 'naive', 'giliran', 'http', 'rt5'], engine: 'dev' });
    expect(read('--engine', 'server').engine).toBe('server');
    expect(read().measures).toEqual(measures.map((measure) => measure.name));
    expect(read('--quick')).toMatchObject({ rounds: 1, measures: [] });
    expect(read('--quick', '--measures', 'transitions')).toMatchObject({ measures: ['transitions'] });
    expect(read('--lanes', 'none', '--rounds', '2')).toMatchObject({ lanes: [], rounds: 2 });
  });
});
