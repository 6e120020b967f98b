import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../engines/engine-folders.ts';

interface Page {
  machine: string;
  began: Date;
  table: string;
  violations: number;
}

const file = join(projectRoot, 'docs', 'reliability.md');
const [begin, end] = ['<!-- made by npm run chaos -->', '<!-- end of what npm run chaos makes -->'];

/** Puts a run's table between its marks in docs/reliability.md; the words around it are people's. */
export async function writeReliability({ began, machine, table, violations }: Page): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [before, rest = ''] = page.split(begin);
  const after = rest.split(end)[1] ?? '';
  const when = `${began.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const made = `Run of ${when} on ${machine}: **${violations} violations**.\n\n${table}`;
  await writeFile(file, `${before}${begin}\n\n${made}\n\n${end}${after}`);
}
