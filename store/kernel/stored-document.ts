/** A row as it lies in its collection: its natural key is the document's `_id`. */
export type Stored<Row, Key extends keyof Row> = Omit<Row, Key> & { _id: string };

export function toDocument<Row extends Record<Key, string>, Key extends keyof Row>(
  key: Key,
  row: Row,
): Stored<Row, Key> {
  const { [key]: _id, ...rest } = row;
  return { _id, ...rest };
}

export function toRow<Row, Key extends keyof Row>(key: Key, document: Stored<Row, Key>): Row {
  const { _id, ...rest } = document;
  return { [key]: _id, ...rest } as Row;
}
