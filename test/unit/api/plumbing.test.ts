import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../api/http/cursor.ts';
import { demandVersion, entityTag, ifMatchHeader } from '../../../api/http/entity-tag.ts';
import { problemOf } from '../../../api/http/error-middleware.ts';
import { idempotencyKeyHeader } from '../../../api/http/idempotency-key.ts';
import { EngineUnavailable, Problem, faultCodes } from '../../../api/http/problem.ts';
import { problemCodes } from '../../../api/http/problem-codes.ts';
import { presentProblem } from '../../../api/http/problem-response.ts';
import { unsafeParts } from '../../../api/http/unsafe-parts.ts';
import { en } from '../../../api/locale/en.ts';
import { id } from '../../../api/locale/id.ts';
import { faultSentence } from '../../../api/locale/fault-sentence.ts';
import { translate } from '../../../api/locale/translate.ts';
import { StoreUnavailable } from '../../../store/store-errors.ts';

describe('texts', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it('exist in both languages, with the same placeholders', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
    for (const key of Object.keys(id) as (keyof typeof id)[]) {
      expect([key, placeholders(en[key])]).toEqual([key, placeholders(id[key])]);
      expect(id[key].trim()).not.toBe('');
    }
  });

  it('exist for every problem and every fault', () => {
    const keys = Object.keys(id);
    for (const code of problemCodes) expect(keys).toContain(`problem.${code}.detail`);
    for (const code of faultCodes) expect(keys).toContain(`fault.${code}`);
  });

  it('that people read name no header, no member of the answer and no type of a programming language', () => {
    const machineWords =
      /Retry-After|Idempotency-Key|requestId|\berrors\b|\bcursor\b|\bboolean\b|\bstring\b|\bPUT\b|\bPOST\b/;
    for (const [key, text] of [...Object.entries(id), ...Object.entries(en)])
      expect(text, key).not.toMatch(machineWords);
    expect(faultSentence('id', 'wrong_type', { expected: 'boolean' })).toBe(
      'Isian ini harus berupa ya atau tidak (true atau false).',
    );
    expect(faultSentence('en', 'wrong_type', { expected: 'int' })).toBe('This must be a whole number.');
  });

  it('keep a placeholder that has no value', () => {
    expect(translate('en', 'fault.too_small', {})).toContain('{minimum}');
    expect(translate('en', 'fault.too_small', { minimum: 3 })).toContain('3');
  });
});

describe('cursors', () => {
  const place = z.strictObject({ after: z.int() });

  it('come back as they went', () => {
    expect(decodeCursor(encodeCursor({ after: 7 }), place)).toEqual({ after: 7 });
  });

  it.each(['', 'x', '%%%', encodeCursor({ after: 'x' }), encodeCursor({ after: 1, more: 1 }), encodeCursor([])])(
    'that are none are refused: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, place)).toThrow(expect.objectContaining({ code: 'invalid_cursor' }));
    },
  );
});

describe('If-Match', () => {
  it.each([
    ['"3"', [3]],
    ['W/"3"', [3]],
    [' "1" , W/"2" ', [1, 2]],
    ['*', null],
    ['"abc"', [Number.NaN]],
  ])('%s means %j', (header, versions) => {
    expect(ifMatchHeader.parse(header)).toEqual(versions);
  });

  it.each(['', '3', '"3', '3"', '"1" "2"', '*, "1"', "'1'"])('%j is malformed', (header) => {
    expect(ifMatchHeader.safeParse(header).success).toBe(false);
  });

  it('lets a named version, any version and no header pass, and names the version that it is', () => {
    for (const good of [[1, 2], null, undefined]) expect(() => demandVersion(good, 2)).not.toThrow();
    expect(() => demandVersion([1], 2)).toThrow(
      expect.objectContaining({ status: 412, options: { members: { version: 2 }, headers: { ETag: entityTag(2) } } }),
    );
    expect(() => demandVersion([Number.NaN], 2)).toThrow(Problem);
  });
});

describe('Idempotency-Key', () => {
  it('is 1 to 255 visible ASCII characters', () => {
    expect(idempotencyKeyHeader.safeParse('a'.repeat(255)).success).toBe(true);
    for (const bad of ['', 'a'.repeat(256), 'a b', 'kunci-é', 'a\n']) {
      expect(idempotencyKeyHeader.safeParse(bad).success).toBe(false);
    }
  });
});

describe('unsafe parts', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  it.each([
    ['a\0b', 'unsafe_text'],
    ['\ud800', 'unsafe_text'],
    [{ a: [{ b: '\udfff' }] }, 'unsafe_text'],
    [JSON.parse('{"__proto__":{"role":"admin"}}'), 'unsafe_key'],
    [{ constructor: 1 }, 'unsafe_key'],
    [{ 'a\0': 1 }, 'unsafe_key'],
    [JSON.parse('[1e999]'), 'not_finite'],
    [nested(40), 'too_deep'],
  ])('%# are found', (value, code) => {
    expect(unsafeParts(value, 'body')).toEqual([expect.objectContaining({ in: 'body', code })]);
  });

  it('points to the place', () => {
    expect(unsafeParts({ a: [{ 'b/c': '\0' }] }, 'body')[0]?.pointer).toBe('#/a/0/b~1c');
  });

  it('lets ordinary text of any script pass', () => {
    expect(unsafeParts({ text: 'Tolong 🙏🏽 \u200f\u200b العربية', list: [nested(10)] }, 'body')).toEqual([]);
  });
});

describe('errors as problems', () => {
  it.each([
    [new StoreUnavailable('gone'), 'store_unavailable'],
    [new EngineUnavailable(), 'engine_unavailable'],
  ])('%s is 503 with Retry-After', (error, code) => {
    expect(problemOf(error)).toMatchObject({ code, status: 503, options: { headers: { 'Retry-After': '2' } } });
  });

  it.each([new Error('secret'), 'secret', null, { status: 400 }])('what is unknown tells nothing', (error) => {
    const problem = problemOf(error);
    expect(problem.code).toBe('internal');
    const shown = presentProblem(problem, { locale: 'en', instance: '/', requestId: 'r' });
    expect(JSON.stringify(shown)).not.toContain('secret');
  });

  it('cannot be overruled by their extra members', () => {
    const problem = new Problem('not_found', { members: { status: 200, version: 3 } });
    expect(presentProblem(problem, { locale: 'id', instance: '/x', requestId: 'r' })).toMatchObject({
      status: 404,
      version: 3,
    });
  });
});
