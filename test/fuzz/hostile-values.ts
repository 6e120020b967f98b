import fc, { type Arbitrary } from 'fast-check';

const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });

/** A key that touches the prototype, as a property of its own. */
const ownProto: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}');

/** Texts that no field means; each of them once broke something somewhere. */
export const hostileTexts = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udfff', '\u202eoloc', '\u200b\u200d\ufeff', 'e\u0301'.repeat(50), '\u0007'],
  ...['$where', '{"$ne":null}', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '../../etc'],
  ...['%00', '%', '<script>alert(1)</script>', "' or 1=1 --", '\r\nSet-Cookie: a=b', '=cmd()', 'NaN', '1e999', '-1'],
  ...['x'.repeat(101), 'x'.repeat(10_001), 'ﷺ'.repeat(200), '👩‍👩‍👧‍👦'.repeat(30), '0'.repeat(400), 'null', 'undefined'],
];

/** Whatever a field does not expect. */
export const hostileValues: unknown[] = [
  ...hostileTexts,
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -0, [], {}, [[]], [null], ['x', 'x']],
  ...[{ $ne: null }, { $gt: '' }, { $where: 'sleep(1000)' }, { 'a.b': 1 }, { '': 1 }, { length: 1e9 }, ownProto],
  ...[{ constructor: { prototype: {} } }, { toString: 1 }, { toJSON: 1 }, deep(12), deep(40), Array(2_000).fill('x')],
];

export const hostileKeys = [
  '__proto__',
  'constructor',
  '$where',
  'a.b',
  '',
  'role',
  'userId',
  'bukan_isian',
  'x'.repeat(500),
];

const asCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Cursors that the API never gave out. */
export const hostileCursors = [
  ...[null, [], {}, { id: { $gt: '' } }, { after: -1 }, { at: 'x', id: 'y' }, { seq: 1e308 }, 7].map(asCursor),
  ...['', 'AAAA', 'ey', '====', 'x'.repeat(3_000), '%ff'],
];

const tooLong = JSON.stringify({ title: 'x'.repeat(1_000_001) });

/** Bodies that are no JSON, or more of it than anybody should read. */
export const hostileBodies: (string | Buffer)[] = [
  ...['{', '[1,', '"', 'null', '[]', '1', '""', 'true', '{"a":1}{"b":2}', "{'a':1}", '\ufeff{}', '{"a":1e999}', ' '],
  ...[
    '{"a":1,"a":2}',
    '['.repeat(5_000),
    '{"a":'.repeat(2_000),
    '{"a":"\\ud800"}',
    '{"\\u0000":1}',
    '-',
    '01',
    tooLong,
  ],
  ...[Buffer.from([0x22, 0xff, 0xfe, 0x22]), Buffer.from('{"a":"\xe9"}', 'latin1'), Buffer.alloc(100)],
];

export const hostileTypes = [
  ...['', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'multipart/form-data'],
  ...['application/json; charset=x', 'APPLICATION/JSON', 'application/json, text/csv', 'x'],
];

/** Values of headers, which can only be visible Latin-1. */
export const hostileHeaders = [
  ...['', '""', '"', 'W/', '*,*', '"1","2"', '\xe9', 'x'.repeat(4_000), '$where', '-1', '9'.repeat(30), 'q=0,;'],
];

export const any = <Value>(values: Value[]): Arbitrary<Value> => fc.constantFrom(...values);
