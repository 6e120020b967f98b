import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentCheck } from '../../../api/attachments/content-check.ts';
import { contentDisposition, safeFileName } from '../../../api/attachments/file-name.ts';
import { Problem } from '../../../api/http/problem.ts';
import { samples } from '../../support/conversation/file-samples.ts';

/** What the check says of a file, and what it lets through. */
async function checked(content: Buffer, pieceSize = 1000): Promise<{ mediaType: string | null; through: Buffer }> {
  const pieces = Array.from({ length: Math.ceil(content.length / pieceSize) }, (_, no) =>
    content.subarray(no * pieceSize, (no + 1) * pieceSize),
  );
  const check = new ContentCheck();
  const through = await buffer(
    Readable.from(pieces)
      .on('error', () => undefined)
      .pipe(check),
  );
  return { mediaType: check.mediaType, through };
}

const code = async (content: Buffer, pieceSize?: number) =>
  checked(content, pieceSize).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('what a file is', () => {
  it.each([
    ['a PNG', samples.png, 'image/png'],
    ['a PDF', samples.pdf, 'application/pdf'],
    ['a Word document', samples.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a ZIP, which is not unpacked', samples.zipBomb, 'application/zip'],
    ['a log', samples.log, 'text/plain'],
    ['HTML, which is kept as text', samples.html, 'text/plain'],
    ['SVG, which is kept as text', samples.svg, 'text/plain'],
    ['one byte', Buffer.from('a'), 'text/plain'],
  ])('is told by its content: %s', async (_name, content, mediaType) => {
    expect(await checked(content)).toEqual({ mediaType, through: content });
    expect(await checked(content, 7)).toEqual({ mediaType, through: content });
  });

  it.each([
    ['a Windows program', samples.exe, 'attachment_type_not_allowed'],
    ['an ELF program', samples.elf, 'attachment_type_not_allowed'],
    ['bytes that are nothing', Buffer.from([1, 2, 3, 0, 5]), 'attachment_type_not_allowed'],
    ['text with a NUL', Buffer.from('halo\u0000'), 'attachment_type_not_allowed'],
    [
      'text with a NUL far behind',
      Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0])]),
      'attachment_type_not_allowed',
    ],
    ['nothing', Buffer.alloc(0), 'attachment_empty'],
  ])('may be something that is refused: %s', async (_name, content, expected) => {
    expect(await code(content, 10_000)).toBe(expected);
  });
});

describe('the name of a file', () => {
  it.each([
    ['layar.png', 'image/png', 'layar.png'],
    ['FOTO.JPEG', 'image/jpeg', 'FOTO.JPEG'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['..\\..\\x', 'application/pdf', 'x.pdf'],
    ['C:\\Users\\a\\laporan.docx', 'application/zip', 'laporan.docx'],
    ['halaman.html', 'text/plain', 'halaman.html.txt'],
    ['gambar.svg', 'text/plain', 'gambar.svg.txt'],
    ['bayar.exe', 'image/png', 'bayar.exe.png'],
    ['a\u202egnp.exe', 'image/png', 'agnp.exe.png'],
    ['a\u0000b\r\n.png', 'image/png', 'ab.png'],
    ['', 'image/png', 'lampiran.png'],
    ['...', 'image/png', 'lampiran.png'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['con.txt', 'text/plain', '_con.txt'],
    ['a"b<c>|d?.csv', 'text/plain', 'a_b_c__d_.csv'],
    ['ringkasan  rapat — Ñandú 報告.pdf', 'application/pdf', 'ringkasan rapat — Ñandú 報告.pdf'],
  ])('%j becomes harmless', (original, mediaType, expected) => {
    expect(safeFileName(original, mediaType)).toBe(expected);
  });

  it('never holds a path, a control character, or more than 120 characters, and always fits its header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('image/png', 'text/plain'),
        (name, type) => {
          const safe = safeFileName(name, type);
          expect(safe).not.toMatch(/[/\\<>:"|?*\p{C}]/u);
          expect(safe).toMatch(/^[^.\s].*\.\w+$/u);
          expect([...safe].length).toBeLessThanOrEqual(120);
          const header = contentDisposition(safe);
          expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.~%!#$&+^`|-]+$/);
          expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(safe);
        },
      ),
    );
  });
});
