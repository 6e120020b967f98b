import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer } from '../../../api/auth/sealed-text.ts';

describe('a sealed text', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)];
  const sealer = createSealer([current, old]);

  it('opens again for what it belongs to, and looks different each time', () => {
    const sealed = sealer.seal('rahasia 🙏', 'user:xyz');
    expect(sealer.open(sealed, 'user:xyz')).toBe('rahasia 🙏');
    expect(sealer.seal('rahasia 🙏', 'user:xyz')).not.toBe(sealed);
    expect(sealed).not.toContain('rahasia');
  });

  it('does not open for somebody else, with another key, or when it was altered', () => {
    const sealed = sealer.seal('rahasia', 'user:xyz');
    const [form, keyId, data = ''] = sealed.split('.');
    const altered = Buffer.from(data, 'base64url');
    altered[14] = (altered[14] ?? 0) ^ 1;
    expect(sealer.open(sealed, 'user:def')).toBeNull();
    expect(createSealer([old]).open(sealed, 'user:xyz')).toBeNull();
    expect(sealer.open([form, keyId, altered.toString('base64url')].join('.'), 'user:xyz')).toBeNull();
    for (const other of ['', 'v1', 'v2.a.b', `${form}.${keyId}.AAAA`]) expect(sealer.open(other, 'x')).toBeNull();
  });

  it('opens with an older key while that is kept', () => {
    const before = createSealer([old]).seal('rahasia', 'user:xyz');
    expect(sealer.open(before, 'user:xyz')).toBe('rahasia');
  });
});
