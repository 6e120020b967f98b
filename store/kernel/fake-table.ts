/** Rows by key in memory, copied on their way in and out, in order of their first write. */
export class FakeTable<Row> {
  readonly #rows = new Map<string, Row>();

  /** False when the key is taken: then nothing changes. */
  insert(key: string, row: Row): boolean {
    if (this.#rows.has(key)) return false;
    this.put(key, row);
    return true;
  }

  put(key: string, row: Row): void {
    this.#rows.set(key, structuredClone(row));
  }

  get(key: string): Row | null {
    const row = this.#rows.get(key);
    return row === undefined ? null : structuredClone(row);
  }

  remove(key: string): void {
    this.#rows.delete(key);
  }

  where(matches: (row: Row) => boolean = () => true): Row[] {
    return [...this.#rows.values()].filter(matches).map((row) => structuredClone(row));
  }

  /** The rows of the keys that are known, each once, in the order asked. */
  getMany(keys: string[]): Row[] {
    return [...new Set(keys)].flatMap((key) => this.get(key) ?? []);
  }
}
