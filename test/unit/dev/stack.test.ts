import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePorts, reservePorts, tryPort } from '../../../dev/engines/port-memory.ts';
import { serviceLine, temporalLine, withoutRepeats } from '../../../dev/stack/log-lines.ts';
import { findPortOwner, listeningInodes } from '../../../dev/stack/port-owner.ts';
import { endLeftOvers, parseRecord } from '../../../dev/stack/process-record.ts';
import { sourceHash } from '../../../dev/stack/product-build.ts';
import { enginePolicy, nextRestart, servicePolicy } from '../../../dev/stack/restart-policy.ts';
import { reserveStackPorts } from '../../../dev/stack/stack-ports.ts';
import { readStackSettings } from '../../../dev/stack/stack-settings.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'giliran-unit-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

async function reserveAndRelease(names: readonly string[]): Promise<Record<string, number>> {
  const reserved = await reservePorts(
    dir,
    names.map((name) => ({ name })),
  );
  await Promise.all([...reserved.values()].map(({ release }) => release()));
  return Object.fromEntries([...reserved].map(([name, { port }]) => [name, port]));
}

describe('ports', () => {
  it('are the same again on the next start', async () => {
    const first = await reserveAndRelease(['web', 'store']);
    expect(await reserveAndRelease(['web', 'store'])).toEqual(first);
  });

  it('are another one when the remembered one is taken, and that one is remembered', async () => {
    const first = await reserveAndRelease(['web']);
    const taken = await tryPort(first['web'] ?? 0);
    const second = await reserveAndRelease(['web']);
    await taken?.release();
    expect(second['web']).not.toBe(first['web']);
    expect(JSON.parse(await readFile(join(dir, 'ports.json'), 'utf8'))).toEqual(second);
  });

  it('that are no port numbers are forgotten', () => {
    expect(parsePorts('{"a":1,"b":0,"c":70000,"d":"7","e":1.5,"f":8080}')).toEqual({ a: 1, f: 8080 });
    expect(parsePorts('{ broken')).toEqual({});
  });

  it('set by PORT and taken: says which, by whom, and what to do', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const owner = await findPortOwner(port);
    await expect(reserveStackPorts(dir, port)).rejects.toThrow(`Port ${port} (PORT) cannot be used`);
    server.close();
    if (process.platform === 'linux') expect(owner).toContain(`(process ${process.pid})`);
  });

  it('are found in the kernel table by port and state', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1',
      '   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 4712 1',
      '   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1',
    ].join('\n');
    expect(listeningInodes(table, 8080)).toEqual(['4711']);
  });
});

describe('restarts', () => {
  it('wait longer each time and give up on an engine that dies again and again', () => {
    const at = (count: number) => Array.from({ length: count }, (_, index) => index * 1_000);
    const delays = [1, 2, 3, 4, 5, 6].map((count) => nextRestart(at(count), 6_000, enginePolicy));
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, undefined]);
  });

  it('forget deaths of long ago', () => {
    expect(nextRestart([0, 1, 2, 3, 4, 5, 500_000], 500_000, enginePolicy)).toBe(250);
  });

  it('never give up on worker and API', () => {
    const deaths = Array.from({ length: 100 }, () => 1_000);
    expect(nextRestart(deaths, 1_000, servicePolicy)).toBe(servicePolicy.maxDelayMs);
  });
});

describe('the record of processes', () => {
  it('lets a process alone that has the number of a recorded one by now', async () => {
    await writeFile(
      join(dir, 'processes.json'),
      JSON.stringify([{ pid: process.pid, startedAt: 'earlier', name: 'Temporal' }]),
    );
    const lines: string[] = [];
    await endLeftOvers(dir, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });

  it('is empty when it is damaged or names what no process can be', () => {
    expect(parseRecord('[{"pid":')).toEqual([]);
    expect(parseRecord('[{"pid":1,"startedAt":"x"},{"pid":"7"},{"startedAt":"x"}]')).toEqual([]);
  });
});

describe('what the terminal shows of the logs', () => {
  it('is warnings and errors of worker and API, and what is not JSON', () => {
    expect(serviceLine('{"level":30,"msg":"worker ready"}')).toBeUndefined();
    expect(serviceLine('{"level":40,"msg":"slow","err":{"message":"timeout"}}')).toBe('WARN slow: timeout');
    expect(serviceLine('Error: no such module')).toBe('Error: no such module');
  });

  it('is only errors of Temporal', () => {
    expect(temporalLine('{"level":"WARN","msg":"busy"}')).toBeUndefined();
    expect(temporalLine('{"level":"ERROR","msg":"disk","error":"full"}')).toBe('disk full');
  });

  it('has the same line only once in a while', () => {
    let now = 0;
    const shown: string[] = [];
    const show = withoutRepeats(
      (line) => shown.push(line),
      10_000,
      () => now,
    );
    for (now of [0, 5_000, 9_999, 10_000]) show('store is away');
    expect(shown).toHaveLength(2);
  });
});

describe('settings of npm start', () => {
  it('are all optional, and an empty one is not set', () => {
    const settings = readStackSettings({ PORT: '', MONGODB_URI: '' });
    expect(settings).toMatchObject({ TEMPORAL_NAMESPACE: 'default', NODE_ENV: 'development' });
    expect(settings.PORT).toBeUndefined();
    expect(settings.DATA_DIR).toMatch(/[/\\]\.data$/);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['MONGODB_URI', 'localhost:27017'],
    ['TEMPORAL_UI_URL', 'no url'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readStackSettings({ [name]: value })).toThrow(name);
  });
});

describe('the build', () => {
  it('is made anew when a source changes, and not otherwise', async () => {
    const before = await sourceHash(dir);
    expect(await sourceHash(dir)).toBe(before);
    await writeFile(join(dir, 'tsconfig.json'), '{}');
    expect(await sourceHash(dir)).not.toBe(before);
  });
});
