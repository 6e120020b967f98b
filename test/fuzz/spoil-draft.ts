import fc, { type Arbitrary } from 'fast-check';
import type { Draft } from './draft-types.ts';
import { ThingRef } from './draft-types.ts';
import type { FuzzOperation } from './fuzz-operations.ts';
import * as hostile from './hostile-values.ts';

type Spoil = (draft: Draft) => Draft;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ThingRef);

/** Own properties even for `__proto__`. */
const withKey = (object: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> =>
  Object.fromEntries([...Object.entries(object), [key, value]]);

/** The body with one field changed, at a depth that the numbers lead to. */
function changedField(body: unknown, picks: number[], change: (value: unknown) => unknown): unknown {
  const [pick = 0, ...rest] = picks;
  if (Array.isArray(body) && body.length > 0 && rest.length > 0) {
    const at = pick % body.length;
    return body.map((item: unknown, index) => (index === at ? changedField(item, rest, change) : item));
  }
  if (!isPlain(body) || Object.keys(body).length === 0) return change(body);
  const keys = Object.keys(body);
  const key = keys[pick % keys.length] ?? '';
  const inner = body[key];
  const goesOn = rest.length > 0 && (isPlain(inner) || Array.isArray(inner));
  return { ...body, [key]: goesOn ? changedField(inner, rest, change) : change(inner) };
}

const picks = fc.array(fc.nat(50), { minLength: 1, maxLength: 4 });
const spoilt = (what: string, spoil: Spoil): Spoil => {
  return (draft) => ({ ...spoil(draft), spoilt: what });
};

function bodySpoils(): Arbitrary<Spoil>[] {
  const field = fc
    .tuple(picks, hostile.any(hostile.hostileValues))
    .map(([at, value]) =>
      spoilt('a field', (draft) => ({ ...draft, body: changedField(draft.body, at, () => value) })),
    );
  const missing = picks.map((at) =>
    spoilt('a field missing', (draft) => ({ ...draft, body: changedField(draft.body, at, () => undefined) })),
  );
  const unknownKey = fc
    .tuple(hostile.any(hostile.hostileKeys), hostile.any(hostile.hostileValues))
    .map(([key, value]) =>
      spoilt('an unknown key', (draft) => ({
        ...draft,
        body: withKey(isPlain(draft.body) ? draft.body : {}, key, value),
      })),
    );
  const whole = hostile.any(hostile.hostileValues).map((body) => spoilt('the body', (draft) => ({ ...draft, body })));
  const raw = hostile
    .any(hostile.hostileBodies)
    .map((bytes) => spoilt('raw body', (draft) => ({ ...draft, raw: bytes })));
  const type = hostile
    .any(hostile.hostileTypes)
    .map((contentType) => spoilt('content type', (draft) => ({ ...draft, contentType, body: draft.body ?? {} })));
  return [field, field, field, missing, unknownKey, whole, raw, type];
}

function paramSpoils({ parameters }: FuzzOperation): Arbitrary<Spoil>[] {
  const names = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  if (names.length === 0) return [];
  // None at all is another address; what is longer than a line of HTTP never arrives.
  const texts = hostile.hostileTexts.filter((text) => text.trim() !== '' && text.length < 2_000);
  return [
    fc
      .tuple(hostile.any(names), hostile.any(texts))
      .map(([name, text]) => spoilt(`{${name}}`, (draft) => ({ ...draft, params: { ...draft.params, [name]: text } }))),
  ];
}

function querySpoils({ parameters }: FuzzOperation): Arbitrary<Spoil>[] {
  const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const strange = ['$where', '__proto__', 'a[b]', 'q[$ne]', 'limit[]', 'bukan_isian', ''];
  const texts = hostile.hostileTexts.filter((text) => text.length < 2_000);
  const pair = fc.tuple(hostile.any([...names, ...names, ...strange]), hostile.any(texts));
  const add = pair.map((added) => spoilt(`?${added[0]}`, (draft) => ({ ...draft, query: [...draft.query, added] })));
  if (!names.includes('cursor')) return [add];
  const cursor = hostile.any(hostile.hostileCursors).map((value) =>
    spoilt('?cursor', (draft) => ({
      ...draft,
      query: [...draft.query.filter(([name]) => name !== 'cursor'), ['cursor', value]],
    })),
  );
  return [add, cursor, cursor];
}

function headerSpoils({ parameters }: FuzzOperation): Arbitrary<Spoil>[] {
  const names = parameters.filter((each) => each.in === 'header').map(({ name }) => name);
  const usual = ['accept-language', 'accept', 'x-request-id', 'origin', 'sec-fetch-site', 'content-encoding'];
  return [
    fc
      .tuple(hostile.any([...names, ...names, ...usual]), hostile.any(hostile.hostileHeaders))
      .map(([name, value]) => spoilt(name, (draft) => ({ ...draft, headers: { ...draft.headers, [name]: value } }))),
  ];
}

/** One thing about the request that is not as declared. */
export function spoilFor(operation: FuzzOperation): Arbitrary<Spoil> {
  const body = operation.method === 'GET' ? [] : bodySpoils();
  return fc.oneof(...body, ...paramSpoils(operation), ...querySpoils(operation), ...headerSpoils(operation));
}
