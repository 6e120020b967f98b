import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../engines/engine-folders.ts';

const file = join(projectRoot, 'docs', 'scaling.md');
const [begin, end] = ['<!-- made by npm run simulate, of many desks -->', '<!-- end of what it makes -->'];

/** Puts the tables between the marks in docs/scaling.md. */
export async function writeScaling(tables: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  const options = await resolveConfig(file);
  await writeFile(file, await format(withTables(page, tables), { ...options, parser: 'markdown' }));
}

/** The page with these tables; the words around the marks are people's. */
export function withTables(page: string, tables: string): string {
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error('docs/scaling.md has lost its marks');
  return `${before}${begin}\n\n${tables}\n\n${end}${after}`;
}
