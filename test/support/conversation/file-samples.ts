import { deflateRawSync, crc32 } from './zip-parts.ts';

/** One entry of a ZIP, as PKWARE's APPNOTE describes a local file header; its content is deflated. */
function zipEntry(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

const wordTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** Small files of each kind, by content. */
export const samples = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  docx: Buffer.concat([
    zipEntry('[Content_Types].xml', Buffer.from(wordTypes)),
    zipEntry('word/document.xml', Buffer.from('<w:document/>')),
  ]),
  /** 20 MB of zeros in some 20 kB. */
  zipBomb: zipEntry('nol.bin', Buffer.alloc(20_000_000)),
  log: Buffer.from('2026-11-24 08:00 ERROR gagal masuk\n\u001b[31mmerah\u001b[0m\tselesai\r\n'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  exe: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
  elf: Buffer.concat([Buffer.from([0x7f]), Buffer.from('ELF'), Buffer.alloc(200)]),
};
