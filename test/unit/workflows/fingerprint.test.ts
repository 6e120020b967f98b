import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, normalisedText } from '../../../workflows/complaint/complaint-fingerprint.ts';

const facts = {
  deskId: 'layanan',
  officeId: '123',
  systemId: 'sipd',
  serverId: 'srv-123',
  category: 'login',
  title: 'Tidak bisa masuk SIPD',
  description: 'Muncul pesan galat 403 setelah memasukkan kata sandi',
};

describe('the fingerprint', () => {
  it.each([
    ['case', { title: 'TIDAK BISA MASUK sipd' }],
    ['punctuation and blanks', { title: '  Tidak  bisa masuk, SIPD!!! ' }],
    ['width and zero-width', { title: 'Ｔidak bisa\u200b masuk SIPD' }],
    ['greetings', { title: 'Selamat pagi Pak, mohon bantuannya: tidak bisa masuk SIPD. Terima kasih' }],
    ['letter openings', { title: 'Kepada Yth. Bapak, dengan hormat: tidak bisa masuk SIPD' }],
    ['English politeness', { title: 'Hello, tidak bisa masuk SIPD please, thanks' }],
  ])('is the same whatever the %s', (_, change) => {
    expect(fingerprintOf({ ...facts, ...change })).toBe(fingerprintOf(facts));
  });

  it.each([
    ['desk', { deskId: 'lain' }],
    ['office', { officeId: '124' }],
    ['system', { systemId: 'simpeg' }],
    ['server', { serverId: null }],
    ['category', { category: 'cetak' }],
    ['title', { title: 'Tidak bisa cetak SIPD' }],
    ['description', { description: 'Muncul pesan galat 404 setelah memasukkan kata sandi' }],
  ])('differs with the %s', (_, change) => {
    expect(fingerprintOf({ ...facts, ...change })).not.toBe(fingerprintOf(facts));
  });

  it('keeps fields apart, whatever is typed into them', () => {
    expect(fingerprintOf({ ...facts, title: 'a b', description: 'c' })).not.toBe(
      fingerprintOf({ ...facts, title: 'a', description: 'b c' }),
    );
  });

  it('keeps words that only look like politeness inside others', () => {
    expect(normalisedText('Tolonglah buku ibukota')).toBe('tolonglah buku ibukota');
  });

  it('keeps a text that is nothing but politeness', () => {
    expect(normalisedText('Tolong!')).toBe('tolong');
    expect(fingerprintOf({ ...facts, title: 'Tolong' })).not.toBe(fingerprintOf({ ...facts, title: 'Halo' }));
  });

  it('is 64 hex digits, and normalising twice changes nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(fingerprintOf({ ...facts, title: text })).toMatch(/^[0-9a-f]{64}$/);
        const once = normalisedText(text);
        expect(normalisedText(once)).toBe(once);
      }),
    );
  });
});
