import { UnstorableText } from '../store-errors.ts';

// PostgreSQL has no NUL in JSON strings, and BSON has no half surrogate pairs.
// eslint-disable-next-line no-control-regex
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const everyUnstorable = new RegExp(unstorable.source, 'g');

/** The text with U+FFFD for what no store can keep. */
export function storableText(text: string): string {
  return text.replace(everyUnstorable, '\ufffd');
}

/** Throws UnstorableText for the first text, or key, inside `value` that would not come back as it is. */
export function assertStorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (unstorable.test(value)) throw new UnstorableText(path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      assertStorable(key, path);
      assertStorable(inner, path === '' ? key : `${path}.${key}`);
    }
  }
}

/** A copy of `value` with every text storable: whoever looks for an unstorable text finds nothing. */
export function storableCopy<T>(value: T): T {
  return withStorableTexts(value) as T;
}

function withStorableTexts(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(withStorableTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withStorableTexts(inner)]));
}
