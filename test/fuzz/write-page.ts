import { readFile, writeFile } from 'node:fs/promises';

const page = new URL('../../docs/security.md', import.meta.url);
const [begin, end] = ['<!-- made by npm run fuzz -->', '<!-- end of what npm run fuzz makes -->'];

/** Puts a run's figures between their marks in docs/security.md; the words around them are people's. */
export async function writeFigures(figures: string): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  await writeFile(page, `${before}${begin}\n\n${figures}\n\n${end}${rest.split(end)[1] ?? ''}`);
}
