import { describe, expect, it } from 'vitest';
import { payloadKeysSchema } from '../../../settings/payload-keys.ts';

const [one, other] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];

describe('PAYLOAD_KEYS', () => {
  it.each([undefined, '', ' '])('is no key when it is %o', (text) => {
    expect(payloadKeysSchema.parse(text)).toEqual([]);
  });

  it('names keys in their order, over several lines too', () => {
    const keys = payloadKeysSchema.parse(`2026-b:${other},\n2026-a:${one}\n`);
    expect(keys.map(({ id, key }) => [id, key.length, key[0]])).toEqual([
      ['2026-b', 32, 2],
      ['2026-a', 32, 1],
    ]);
  });

  it.each([
    ['no name', one],
    ['too short a key', `a:${one.slice(4)}`],
    ['what is no base64', `a:${'-'.repeat(43)}=`],
    ['one name twice', `a:${one},a:${other}`],
  ])('refuses %s and does not repeat it', (_what, text) => {
    const result = payloadKeysSchema.safeParse(text);
    expect(result.success).toBe(false);
    expect(result.error?.message).not.toContain(one.slice(0, 20));
  });
});
