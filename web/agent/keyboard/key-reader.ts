/** What a key press comes to: `hit` is the whole binding, `pending` the beginning of one. */
export interface KeyReading {
  pending: string;
  hit: string | null;
}

/** Bindings are one key (`j`) or two, one after the other (`g i`). A key that does not go on begins anew. */
export function readKey(pending: string, key: string, known: readonly string[]): KeyReading {
  for (const said of pending ? [`${pending} ${key}`, key] : [key]) {
    if (known.includes(said)) return { pending: '', hit: said };
    if (known.some((binding) => binding.startsWith(`${said} `))) return { pending: said, hit: null };
  }
  return { pending: '', hit: null };
}
