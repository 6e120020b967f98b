import { generic, modules, operations, symptoms, things } from './concept-words.ts';

type Kind = 'operation' | 'symptom' | 'thing' | 'module' | 'generic';

interface Concept {
  concept: string;
  kind: Kind;
}

const concepts = new Map<string, Concept>();
const blocks: [Kind, string][] = [
  ['operation', operations],
  ['symptom', symptoms],
  ['thing', things],
  ['module', modules],
  ['generic', generic],
];
for (const [kind, block] of blocks) {
  for (const line of block.trim().split('\n')) {
    const [concept = '', words = ''] = line.split(': ');
    for (const word of [concept, ...words.split(' ')]) concepts.set(word, { concept, kind });
  }
}

export function conceptWords(): Iterable<string> {
  return concepts.keys();
}

/** What a stem names, when several words name it. */
export function conceptOf(stem: string): Concept | undefined {
  return concepts.get(stem);
}

/** Not the same, but often said of the same problem: half a match. */
const nearConcepts = new Set(
  [
    ['lambat', 'loading'],
    ['hang', 'loading'],
    ['hang', 'lambat'],
    ['kosong', 'hilang'],
    ['ubah', 'reset'],
    ['kirim', 'ajuan'],
    ['setuju', 'verifikasi'],
    ['koneksi', 'jaringan'],
    ['jaringan', 'wifi'],
    ['koneksi', 'putus'],
    ['salah', 'selisih'],
    ['akun', 'akses'],
    ['tolak', 'akses'],
    ['kunci', 'nonaktif'],
    ['laporan', 'rekap'],
    ['total', 'nominal'],
    ['mati', 'putus'],
    ['timeout', 'loading'],
    ['timeout', 'lambat'],
    ['impor', 'unggah'],
    ['ekspor', 'unduh'],
    ['lupa', 'reset'],
    ['salah', 'tolak'],
    ['saldo', 'nominal'],
    ['buka', 'login'],
    ['rusak', 'gagal'],
    ['masuk', 'login'],
    ['masuk', 'taksampai'],
    ['hilang', 'taksampai'],
    ['hilang', 'notfound'],
  ].map((pair) => pair.sort().join(' ')),
);

/** How much two different concepts count as one. Symmetric. */
export function nearness(one: string, other: string): number {
  return nearConcepts.has(one < other ? `${one} ${other}` : `${other} ${one}`) ? 0.5 : 0;
}
