import { describe, expect, it } from 'vitest';
import { assertStorable, storableCopy, storableText } from '../../../store/kernel/storable-text.ts';
import { UnstorableText } from '../../../store/store-errors.ts';

describe('storable texts', () => {
  it('have U+FFFD for NUL and for half surrogate pairs, and keep everything else', () => {
    expect(storableText('a\u0000\u0000b\ud800')).toBe('a\ufffd\ufffdb\ufffd');
    expect(storableText('\udc00\ud83d\ude4f\ud83d')).toBe('\ufffd\ud83d\ude4f\ufffd');
    expect(storableText('Pak, mohon bantuan 🙏')).toBe('Pak, mohon bantuan 🙏');
  });

  it('are asked for everywhere inside a value, keys included', () => {
    expect(() => assertStorable([{ a: [{ b: 'x\u0000' }] }], '')).toThrow(new UnstorableText('0.a.0.b'));
    expect(() => assertStorable({ a: { 'k\ud800': 1 } }, '')).toThrow(new UnstorableText('a'));
    expect(() => assertStorable([null, 1, true, undefined, { a: ['🙏'] }], '')).not.toThrow();
  });

  it('are copied without a change to what stands beside them', () => {
    const value = { a: ['\u0000', 1, null, { b: undefined }], c: true };
    expect(storableCopy(value)).toStrictEqual({ a: ['\ufffd', 1, null, { b: undefined }], c: true });
    expect(value.a[0]).toBe('\u0000');
  });
});
