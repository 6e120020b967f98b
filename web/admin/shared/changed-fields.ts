type Snapshot = Record<string, unknown>;

/** One field of something that was set up, as it was and as it has become. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

const layers = new Set(['settings', 'businessHours', 'weekly']);

const isObject = (value: unknown): value is Snapshot =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the layers of a desk's settings: each deadline and each weekday is a field of its own. */
function flat(snapshot: object): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [field, value] of Object.entries(snapshot)) {
    if (layers.has(field) && isObject(value)) for (const entry of flat(value)) fields.set(...entry);
    else fields.set(field, value);
  }
  return fields;
}

const said = (value: unknown) => JSON.stringify(value ?? null);

/** Of long lists only what went and what came. */
function inShort(before: unknown, after: unknown): [unknown, unknown] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [before, after];
  const [old, fresh] = [new Set(before.map(said)), new Set(after.map(said))];
  return [before.filter((item) => !fresh.has(said(item))), after.filter((item) => !old.has(said(item)))];
}

/** Lists of which it matters what went and what came; the hours of a day are read as a whole. */
const longLists = new Set(['holidays', 'exceptions', 'events']);

/** What differs between two states; of something new or deleted, what it has or had. */
export function changedFields(before: object | null, after: object | null): FieldChange[] {
  const [old, fresh] = [flat(before ?? {}), flat(after ?? {})];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), fresh.get(field)];
    if (said(was) === said(is)) return [];
    const [shownBefore, shownAfter] = longLists.has(field) ? inShort(was ?? [], is ?? []) : [was, is];
    return [{ field, before: shownBefore, after: shownAfter }];
  });
}
