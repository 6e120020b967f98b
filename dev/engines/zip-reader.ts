import { inflateRawSync } from 'node:zlib';

const endOfCentralDirectory = 0x06054b50;
const centralEntry = 0x02014b50;
const deflated = 8;
const stored = 0;

export interface ZipEntry {
  name: string;
  /** Unix permission bits, 0 when the archive has none. */
  mode: number;
  read: () => Buffer;
}

/** Lists a zip that is wholly in memory. Enough for wheels: no zip64, no encryption. */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfCentralDirectory) throw new Error('not a zip file');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== centralEntry) throw new Error('damaged zip file');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push(entryAt(zip, at, nameLength));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(zip: Buffer, at: number, nameLength: number): ZipEntry {
  const method = zip.readUInt16LE(at + 10);
  const packedSize = zip.readUInt32LE(at + 20);
  const header = zip.readUInt32LE(at + 42);
  const read = (): Buffer => {
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(begin, begin + packedSize);
    if (method === stored) return Buffer.from(packed);
    if (method === deflated) return inflateRawSync(packed);
    throw new Error(`zip method ${method} is not supported`);
  };
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
    read,
  };
}
