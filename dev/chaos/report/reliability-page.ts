import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../engines/engine-folders.ts';
import type { FaultResult } from '../fault-types.ts';
import { markdownRows } from './chaos-table.ts';

interface Run {
  machine: string;
  began: Date;
  results: readonly FaultResult[];
}

const file = join(projectRoot, 'docs', 'reliability.md');
const [begin, end] = ['<!-- made by npm run chaos -->', '<!-- end of what npm run chaos makes -->'];

/** Puts a run's rows between the marks in docs/reliability.md, in place of the older ones of the same faults. */
export async function writeReliability(run: Run): Promise<void> {
  const page = await readFile(file, 'utf8');
  const options = await resolveConfig(file);
  await writeFile(file, await format(withRows(page, run), { ...options, parser: 'markdown' }));
}

/** The page with these rows; the words around the marks are people's. */
export function withRows(page: string, { began, machine, results }: Run): string {
  const [before = '', rest = ''] = page.split(begin);
  const [made = '', after = ''] = rest.split(end);
  const when = `${began.toISOString().slice(0, 16).replace('T', ' ')}, ${machine}`;
  const { head, rows: fresh } = markdownRows(results, when);
  const kept = made.split('\n').filter((line) => /^\| F\d/.test(line));
  const rows = new Map([...kept, ...fresh].map((row) => [Number(/\d+/.exec(row)?.[0]), row]));
  const sorted = [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
  return `${before}${begin}\n\n${[...head, ...sorted].join('\n')}\n\n${end}${after}`;
}
