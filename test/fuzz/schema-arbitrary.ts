import fc, { type Arbitrary } from 'fast-check';
import { demoPassword } from '../../dev/seed/demo-data.ts';
import { ThingRef, type Schema } from './draft-types.ts';
import { resolved } from './fuzz-operations.ts';

const thing = (kind: string): Arbitrary<unknown> => fc.nat(10_000).map((pick) => new ThingRef(kind, pick));
const oneOf = (...values: unknown[]): Arbitrary<unknown> => fc.constantFrom(...values);

/** Fields that name something else: what fits is what is there, and now and then what is not. */
const references: Record<string, string> = {
  ...{ systemId: '/v1/systems/{id}', serverId: '/v1/office-servers/{id}', officeId: '/v1/offices/{id}' },
  ...{ deskId: '/v1/desks/{id}', agentId: '/v1/agents/{id}', agentIds: '/v1/agents/{id}' },
  ...{ onBehalfOf: 'submitters', userId: '/v1/users/{id}', incidentId: '/v1/incidents/{id}' },
  ...{ complaintId: '/v1/complaints/{id}', complaintIds: '/v1/complaints/{id}', intoId: '/v1/complaints/{id}' },
  ...{ reportId: 'reports', attachmentIds: '/v1/attachments/{id}' },
};

/** What a schema cannot say: which values mean something. */
const byName: Record<string, Arbitrary<unknown>> = {
  ...{ password: oneOf(demoPassword, 'salah'), currentPassword: oneOf(demoPassword, 'salah') },
  newPassword: oneOf('empat kata yang acak', 'giliran-demo-baru', 'password12', 'ä'.repeat(200)),
  username: fc.oneof(thing('usernames'), oneOf('tidak-ada', 'admin2')),
  ...{ category: oneOf('login', 'cetak', 'data'), timezone: oneOf('Asia/Jakarta', 'UTC', 'Asia/Jayapura') },
  ...{ url: oneOf('https://kait.example/a', 'http://127.0.0.1:9/'), events: oneOf('*', 'assigned', 'resolved') },
  ...{ address: oneOf('srv.kantor.example', '[::1]:3389'), email: oneOf('a@kantor.example', null) },
  ...{ 'if-match': oneOf('"1"', '"2"', '*', 'W/"3"', '"x"'), 'last-event-id': oneOf('1764000000000-a', 'x') },
  'idempotency-key': fc.oneof(oneOf('kunci-1', 'kunci-2'), fc.stringMatching(/^[\x21-\x7e]{1,40}$/)),
  ...{ expiresAt: oneOf('2099-01-01T00:00:00Z'), until: oneOf('2099-01-01T00:00:00Z', null) },
};

const texts = oneOf('Tidak bisa masuk', 'Muncul pesan 403 sejak pagi', 'Cetak gagal 🖨️', 'ࠀܐ עברית', 'x', '…');

function textOf({ minLength = 0, maxLength = 100 }: Schema): Arbitrary<unknown> {
  const size = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  const fits = (value: unknown): boolean => String(value).length >= minLength && String(value).length <= maxLength;
  return fc.oneof(texts.filter(fits), fc.string({ ...size, unit: 'grapheme' }).filter(fits));
}

function stringOf(schema: Schema): Arbitrary<unknown> {
  if (schema.format === 'date-time') return oneOf('2026-11-24T01:00:00Z', '2026-11-24T01:00:00.000Z');
  if (schema.format === 'date') return oneOf('2026-11-24', '2026-01-31', '2027-02-28');
  if (schema.pattern?.startsWith('^P')) return oneOf('PT4H', 'P1D', 'PT30M', 'P1Y');
  if (schema.pattern === undefined) return textOf(schema);
  if (schema.pattern.includes('(?')) return oneOf(schema.example ?? '07:30', '17:00');
  return fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(fc.constantFrom('encoding', 'lain'), valueOf(additionalProperties, ''), { maxKeys: 3 });
  }
  const fields = Object.entries(properties).map(([name, schema]) => [name, valueOf(schema, name)] as const);
  const all = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  if (required.length === 0) return all;
  return fc.oneof(all, fc.record(Object.fromEntries(fields.filter(([name]) => required.includes(name)))));
}

const byType: Record<string, (schema: Schema, name: string) => Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = 0, maximum = 1_000 }) =>
    fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) }), oneOf(minimum, maximum)),
  number: (schema, name) => byType['integer']?.(schema, name) ?? fc.nat(),
  string: stringOf,
  array: ({ items = {}, maxItems = 3, minItems = 0 }, name) =>
    fc.array(valueOf(items, name), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) }),
  object: objectOf,
};

function withExample(schema: Schema, made: Arbitrary<unknown>): Arbitrary<unknown> {
  return schema.example === undefined ? made : fc.oneof(made, fc.constant(schema.example));
}

/**
 * Values that the schema lets through; what names something else is a reference.
 *
 * @param name of the field, by which it is known what it means
 */
export function valueOf(schema: Schema, name: string): Arbitrary<unknown> {
  const { type, enum: allowed, anyOf, oneOf: either, allOf, ...rest } = resolved(schema);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (allowed) return oneOf(...allowed);
  const variants = anyOf ?? either ?? allOf;
  if (variants) return fc.oneof(...variants.map((variant) => valueOf(variant, name)));
  const isText = type !== 'array' && type !== 'object';
  const kind = references[name];
  if (kind !== undefined && isText) return fc.oneof({ weight: 9, arbitrary: thing(kind) }, oneOf('tidak-ada'));
  if (isText && byName[name]) return byName[name];
  const types = typeof type === 'string' ? [type] : (type ?? ['string']);
  const [first, ...others] = types.map((each) => (byType[each] ?? stringOf)(rest, name));
  return withExample(rest, fc.oneof(...(first ? [first] : []), ...others));
}
