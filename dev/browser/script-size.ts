import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

/** Scripts that vite has built, by the source that each begins with. */
type Manifest = Record<string, Chunk>;

export interface ScriptSize {
  file: string;
  /** Bytes, as gzip sends them. */
  gzip: number;
}

/** Sources whose scripts a submitter's first page loads, besides the entry: the page, and one language. */
const ofFirstPage = ['complaints/send-page.tsx', 'text/id.json?part=everybody'];

function withImports(manifest: Manifest, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const imported of manifest[name]?.imports ?? []) add(imported);
  };
  names.forEach(add);
  return found;
}

/** Every script that /send loads, the largest first, as they were built. */
export async function scriptsOfFirstPage(webDir: string): Promise<ScriptSize[]> {
  const manifest = JSON.parse(await readFile(join(webDir, 'manifest.json'), 'utf8')) as Manifest;
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const missing = ofFirstPage.filter((name) => !manifest[name]);
  if (missing.length > 0) throw new Error(`not in the build: ${missing.join(', ')}`);
  const files = [...withImports(manifest, [...entries, ...ofFirstPage])].map((name) => manifest[name]?.file ?? '');
  const sizes = await Promise.all(
    [...new Set(files)]
      .filter((file) => file.endsWith('.js'))
      .map(async (file) => ({ file, gzip: (await stat(join(webDir, `${file}.gz`))).size })),
  );
  return sizes.sort((one, other) => other.gzip - one.gzip);
}
