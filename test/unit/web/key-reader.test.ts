import { describe, expect, it } from 'vitest';
import { readKey } from '../../../web/agent/keyboard/key-reader.ts';

const known = ['a', 'j', 'g i', 'g c'];

function typed(...keys: string[]): (string | null)[] {
  let pending = '';
  return keys.map((key) => {
    const reading = readKey(pending, key, known);
    ({ pending } = reading);
    return reading.hit;
  });
}

describe('keys', () => {
  it('mean something alone, or one after the other', () => {
    expect(typed('a', 'g', 'c', 'j')).toEqual(['a', null, 'g c', 'j']);
  });

  it('that lead nowhere are forgotten, and what follows begins anew', () => {
    expect(typed('x', 'i', 'g', 'x', 'i')).toEqual([null, null, null, null, null]);
    expect(typed('g', 'a')).toEqual([null, 'a']);
    expect(typed('g', 'g', 'i')).toEqual([null, null, 'g i']);
  });
});
