import { ThingRef, type Draft } from './draft-types.ts';
import { fuzzOperations } from './fuzz-operations.ts';

type Params = Record<string, string>;

/** Newer ones push out older ones: what is asked for is mostly still there. */
const remembered = 60;

/** What lies under an address, by the address itself: /v1/offices → /v1/offices/{id}. */
const children = new Map<string, { template: string; name: string }>();
for (const { path } of fuzzOperations) {
  for (const { index, 0: braced } of path.matchAll(/\/\{\w+\}/g)) {
    children.set(path.slice(0, index), { template: path.slice(0, index) + braced, name: braced.slice(2, -1) });
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What there is to ask for: what was there at the beginning, and what answers have named since. */
export class ThingPool {
  readonly #things = new Map<string, Params[]>();
  readonly #first = new Map<string, number>();
  readonly #spared: ReadonlySet<string>;

  /** @param spared ids that no answer adds: those who send the requests must stay as they are */
  constructor(spared: ReadonlySet<string>) {
    this.#spared = spared;
  }

  /** Kept for ever. */
  begin(kind: string, ids: string[], name = 'id'): void {
    this.#things.set(kind, [...(this.#things.get(kind) ?? []), ...ids.map((id) => ({ [name]: id }))]);
    this.#first.set(kind, this.#things.get(kind)?.length ?? 0);
  }

  #add(kind: string, thing: Params): void {
    const known = this.#things.get(kind) ?? [];
    if (known.some((each) => JSON.stringify(each) === JSON.stringify(thing))) return;
    known.push(thing);
    const first = this.#first.get(kind) ?? 0;
    if (known.length > first + remembered) known.splice(first, 1);
    this.#things.set(kind, known);
  }

  /** Learns what an answer says there is. */
  learn({ operationId, path }: { operationId: string; path: string }, params: Params, body: unknown): void {
    const told = asRecord(body);
    if (typeof told['nextCursor'] === 'string') this.#add(`cursor:${operationId}`, { id: told['nextCursor'] });
    const report = asRecord(told['report'])['id'];
    if (typeof report === 'string') this.#add('reports', { id: report });
    const child = children.get(path);
    if (!child) return;
    const items = Array.isArray(told['items']) ? (told['items'] as unknown[]) : [];
    const single = [told, told['complaint'], told['session'], told['incident'], told['user']];
    for (const one of [...items, ...single]) {
      const { id } = asRecord(one);
      if (typeof id === 'string' && !this.#spared.has(id)) this.#add(child.template, { ...params, [child.name]: id });
    }
  }

  /** The address of the thing that is meant; of what there is none, one that is not there. */
  #paramsOf({ kind, pick }: ThingRef, { sparing = false } = {}): Params {
    const known = (this.#things.get(kind) ?? []).slice(sparing ? this.#first.get(kind) : 0);
    const isUnknown = known.length === 0 || pick % 12 === 0;
    if (!isUnknown) return known[pick % known.length] ?? {};
    const names = [...kind.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return Object.fromEntries((names.length > 0 ? names : ['id']).map((name) => [name, `tidak-ada-${pick}`]));
  }

  #settled(value: unknown): unknown {
    if (value instanceof ThingRef) return Object.values(this.#paramsOf(value)).at(-1);
    if (Array.isArray(value)) return value.map((item) => this.#settled(item));
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#settled(inner)]));
  }

  /**
   * The draft with everything named that it stands for.
   *
   * @param sparing it is not about what was there at the beginning
   */
  settle({ params, query, body, ...draft }: Draft, { sparing = false } = {}): Draft {
    const { '': target, ...own } = params;
    const address = target instanceof ThingRef ? this.#paramsOf(target, { sparing }) : {};
    const named = query.map(([name, value]): [string, unknown] => [name, this.#settled(value)]);
    return { ...draft, params: { ...address, ...own }, query: named, body: this.#settled(body) };
  }
}
