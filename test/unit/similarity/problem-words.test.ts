import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedPeople } from '../../../workflows/similarity/named-people.ts';
import { problemTerms } from '../../../workflows/similarity/problem-terms.ts';
import { editDistance, spellingLikeness } from '../../../workflows/similarity/spelling-distance.ts';

const stems = (text: string) => problemTerms({ title: text, description: '' }).map((term) => term.text);

describe('words', () => {
  it.each([
    ['mencetak dicetak pencetakan tercetak cetaknya', ['cetak']],
    ['mengirim dikirimkan terkirim pengiriman ngirim', ['kirim']],
    ['menyimpan disimpan tersimpan menyimpannya', ['simpan']],
    ['menghapus terhapus penghapusan', ['hapus']],
    ['mengunggah diunggah upload uploading', ['unggah']],
    ['kata sandi password pw passwordnya', ['password']],
    ['log in sign in login', ['login']],
    ['pencairan dicairkan cair', ['cair']],
    ['SPM spm Spm', ['spm']],
    ['pasword jaringn aplikasii anggraan', ['password', 'jaringan', 'aplikasi', 'anggaran']],
    ['pukul 08.30 WIB jam 9 3 kali 15 menit', []],
    ['triwulan II', ['tri-2']],
    ['pph21', ['pph', '21']],
  ])('%j are %j', (text, wanted) => {
    expect(stems(text)).toEqual(wanted);
  });

  it('keep the names of people whom a text is about', () => {
    expect(namedPeople('Akun Bu Sari dan Pak Budi terkunci, mohon bantuan Bapak/Ibu admin')).toEqual(['sari', 'budi']);
    expect(namedPeople('Mrs. Ratna (a.n. Harun)')).toEqual(['ratna', 'harun']);
  });

  it('leave out what is chosen in the form', () => {
    const terms = problemTerms({ title: 'SIPD gagal cetak', description: 'sipd', context: ['SIPD'] });
    expect(terms.map((term) => term.text)).toEqual(['gagal', 'cetak']);
  });
});

describe('spelling', () => {
  it('counts letters that are dropped, added, exchanged or swapped', () => {
    expect(editDistance('jaringan', 'jaringan', 2)).toBe(0);
    expect(editDistance('jaringan', 'jarnigan', 2)).toBe(1);
    expect(editDistance('jaringan', 'jringn', 2)).toBe(2);
    expect(editDistance('jaringan', 'anggaran', 2)).toBe(3);
  });

  it('forgives long words more, short ones and codes nothing', () => {
    expect(spellingLikeness('anggaran', 'angaran')).toBe(0.9);
    expect(spellingLikeness('gaji', 'giji')).toBe(0);
    expect(spellingLikeness('etax10020', 'etax10021')).toBe(0);
  });

  it('is symmetric, bounded, and 1 only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', '1'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const likeness = spellingLikeness(one, other);
        expect(spellingLikeness(other, one)).toBe(likeness);
        expect(likeness === 1).toBe(one === other);
        expect(likeness).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
