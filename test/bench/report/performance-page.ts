import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../../dev/engines/engine-folders.ts';
import { markdownTable, type Table } from './table.ts';

/** What a run puts into the page under one name. */
export interface PageBlock {
  name: string;
  table: Table;
  /** What was seen besides, a sentence each. */
  notes: string[];
  /** When and where, with which engine and store. */
  when: string;
}

const file = join(projectRoot, 'docs', 'performance.md');
const marks = (name: string): [string, string] => [
  `<!-- npm run bench: ${name} -->`,
  `<!-- end of npm run bench: ${name} -->`,
];

/** Puts a run's blocks between their marks in docs/performance.md; blocks that were not run stay as they are. */
export async function writePerformance(blocks: readonly PageBlock[]): Promise<void> {
  const page = blocks.reduce(withBlock, await readFile(file, 'utf8'));
  const options = await resolveConfig(file);
  await writeFile(file, await format(page, { ...options, parser: 'markdown' }));
}

/** The page with this block; the words around the marks are people's. @throws Error where the page lacks the marks */
export function withBlock(page: string, { name, notes, table, when }: PageBlock): string {
  const [begin, end] = marks(name);
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}: ${begin} … ${end}`);
  const noted = notes.map((note) => `- ${note}`).join('\n');
  const made = [begin, markdownTable(table), ...(noted === '' ? [] : [noted]), `_${when}_`, ''].join('\n\n');
  return page.slice(0, from) + made + page.slice(to);
}
