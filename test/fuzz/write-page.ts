import { readFile, writeFile } from 'node:fs/promises';

const docs = new URL('../../docs/', import.meta.url);
const [begin, end] = ['<!-- made by npm run fuzz -->', '<!-- end of what npm run fuzz makes -->'];

/** What a run is said to have been: its summary in docs/reliability.md, all its figures in docs/security.md. */
export async function writeFigures({ summary, figures }: { summary: string; figures: string }): Promise<void> {
  await between('reliability.md', summary);
  await between('security.md', figures);
}

/** Puts it between the marks of a page; the words around them are people's. */
async function between(page: string, made: string): Promise<void> {
  const file = new URL(page, docs);
  const text = await readFile(file, 'utf8');
  const [before, rest = ''] = text.split(begin);
  await writeFile(file, `${before}${begin}\n\n${made}\n\n${end}${rest.split(end)[1] ?? ''}`);
}
