import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledSet } from '../../../dev/similarity/labelled-pairs.ts';
import { problemSimilarity, sameProblemFrom } from '../../../workflows/similarity/problem-similarity.ts';
import { problemTerms, type ProblemText } from '../../../workflows/similarity/problem-terms.ts';
import { similarCases, similarityPool } from '../../../workflows/similarity/similar-ranking.ts';

const texts = Object.values(labelledSet('tuning').texts);
const words = texts.flatMap(({ description, title }) => `${title} ${description}`.split(' '));

const phrase = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'grapheme' })),
  {
    maxLength: 12,
  },
);
const sentence = phrase.map((each) => each.join(' '));
const problem: fc.Arbitrary<ProblemText> = fc.record({ title: sentence, description: sentence });

const between = (one: ProblemText, other: ProblemText) => problemSimilarity(problemTerms(one), problemTerms(other));
const titled = (title: string, description = ''): ProblemText => ({ title, description });

describe('the likeness of two problems', () => {
  it('is between 0 and 1, the same in both directions, and 1 with itself', () => {
    fc.assert(
      fc.property(problem, problem, (one, other) => {
        const likeness = between(one, other);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(between(other, one)).toBe(likeness);
        expect(between(one, one)).toBeCloseTo(1, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('is symmetric and bounded among others too, whichever is asked first', () => {
    fc.assert(
      fc.property(fc.array(problem, { minLength: 2, maxLength: 6 }), (problems) => {
        const terms = problems.map(problemTerms);
        const measure = () =>
          similarityPool(terms.map((each, no) => ({ caseId: `${no}`, systemId: 's', terms: each })));
        const [first = [], second = []] = terms;
        const one = problemSimilarity(first, second, measure().rarityOf);
        expect(problemSimilarity(second, first, measure().rarityOf)).toBe(one);
        expect(one).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('does not see case, punctuation, politeness or the order of words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.nat()), ({ description, title }, random) => {
        const shuffled = description.split(' ').sort(() => (random.next().value ?? 0) % 2 || -1);
        const other = {
          title: `SELAMAT PAGI, ${title.toUpperCase()}!!`,
          description: `${shuffled.join(' ')} terima kasih`,
        };
        // Phrases and periods hold on to the order within them.
        expect(between({ title, description }, other)).toBeGreaterThan(0.7);
      }),
    );
    const one = titled('Cetak SPM gagal', 'klik tombol lalu muncul pesan');
    expect(between(one, titled('gagal SPM cetak', 'pesan muncul lalu tombol klik'))).toBe(1);
  });

  it.each([
    ['Tidak bisa mencetak SPM', 'gk bs ngeprint spm'],
    ['Tidak bisa mencetak SPM', 'Cannot print SPM'],
    ['Lupa kata sandi', 'lupa pw'],
    ['Lupa kata sandi', 'Forgot my password'],
    ['Aplikasi sangat lambat', 'app lemot bgt'],
    ['Unggah berkas gagal', 'Uploading the file fails'],
    ['Jaringan kantor lambat', 'jaringn kantr lemot'],
    ['Presensi tidak tersinkronisasi', 'absensi ga sync'],
    ['Sertifikat kedaluwarsa', 'certificate expired'],
  ])('knows %j from %j as the same', (one, other) => {
    expect(between(titled(one), titled(other))).toBeGreaterThan(0.75);
  });

  it.each([
    ['Cetak SPM gagal', 'Cetak SP2D gagal'],
    ['Error 500 saat unggah berkas', 'Error 413 saat unggah berkas'],
    ['Gaji Januari 2025 belum muncul', 'Gaji Januari 2024 belum muncul'],
    ['Laporan triwulan 1 selisih', 'Laporan triwulan II selisih'],
    ['Akun Bu Sari terkunci', 'Akun Pak Budi terkunci'],
    ['Tidak bisa login', 'Tidak bisa mencetak'],
    ['Printer kehabisan tinta', 'Wifi lantai dua putus'],
  ])('tells %j from %j', (one, other) => {
    expect(between(titled(one), titled(other))).toBeLessThan(sameProblemFrom);
  });

  it('takes hostile text in its stride', () => {
    const long = titled('constructor __proto__ toString', 'a.*[('.repeat(2_000));
    expect(problemTerms(titled('semester constructor', 'tw toString')).length).toBeLessThan(10);
    expect(problemTerms(titled('x', words.join(' ').repeat(3))).length).toBeLessThanOrEqual(60);
    expect(between(long, long)).toBeCloseTo(1, 12);
    expect(between(titled(''), titled(''))).toBe(1);
    expect(between(titled(''), titled('Cetak SPM gagal'))).toBe(0);
  });
});

describe('the ranking', () => {
  const candidate = (caseId: string, title: string, systemId = 'sipd') => ({
    ...{ caseId, systemId },
    terms: problemTerms(titled(title)),
  });
  const pool = similarityPool([
    candidate('a', 'Cetak SPM gagal'),
    candidate('b', 'Cetak SPM error terus'),
    candidate('c', 'Cetak SP2D gagal'),
    candidate('d', 'Cetak SPM gagal', 'simpeg'),
    candidate('e', 'Wifi putus'),
  ]);

  it('names only what may be the same, most alike first, another system behind', () => {
    const ranked = similarCases(candidate('', 'spm gagal dicetak'), pool);
    expect(ranked.map(({ caseId }) => caseId)).toEqual(['a', 'b', 'd']);
    expect(ranked[0]?.similarity).toBe(1);
    expect(ranked[2]?.similarity).toBeLessThan(1);
  });

  it('names nothing when nothing is alike', () => {
    expect(similarCases(candidate('', 'Mesin absensi mati'), pool)).toEqual([]);
  });
});
