import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Discovery } from './discovery-steps.ts';
import { enginesDir, makeEnginesFolder } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import { ferretdbVersion, mongodVersion } from './engine-pins.ts';
import { buildFerretdb, ferretdbBuilt } from './ferretdb-build.ts';
import { isAtLeast } from './go-discovery.ts';
import { findPostgres } from './postgres-files.ts';
import type { PostgresFiles } from './postgres-files.ts';
import { withLock } from './provision-lock.ts';
import { assertReachable } from './reachability-check.ts';
import { versionOnPath } from './run-program.ts';

/** Which program serves the MongoDB protocol here. */
export type StoreEngine =
  { kind: 'mongod'; program: string } | { kind: 'ferretdb'; program: string; postgres: PostgresFiles };

const downloadDir = join(enginesDir, 'mongod');
const downloadHost = 'fastdl.mongodb.org';
const minimumMongod = [6, 0] as const;

/** The store: a real MongoDB where there is one, else FerretDB on an embedded PostgreSQL. */
export const storeDiscovery: Discovery<StoreEngine> = {
  engine: 'MongoDB',
  steps: [
    { name: 'mongod on PATH', reuse: mongodOnPath },
    { name: `mongodb-memory-server's download`, reuse: mongodDownloaded, obtain: downloadMongod },
    { name: `FerretDB ${ferretdbVersion} on PostgreSQL`, reuse: ferretdbReady, obtain: makeFerretdb },
  ],
  advice: 'Install MongoDB 7 or newer (mongod on PATH) or Go 1.24 or newer, or set MONGODB_URI to a running server.',
};

async function mongodOnPath(): Promise<StoreEngine | undefined> {
  const version = await versionOnPath('mongod', /db version v(\d+\.\d+)/);
  if (version === undefined) return undefined;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!isAtLeast([major, minor], minimumMongod))
    throw new Error(`version ${version} is older than ${minimumMongod[0]}`);
  return { kind: 'mongod', program: 'mongod' };
}

async function mongodDownloaded(): Promise<StoreEngine | undefined> {
  const files = await readdir(downloadDir).catch(() => []);
  const program = files.find(
    (name) => name.startsWith('mongod-') && name.includes(mongodVersion) && !/\.\w*lock|\.tgz|\.downloading/.test(name),
  );
  return program ? { kind: 'mongod', program: join(downloadDir, program) } : undefined;
}

async function downloadMongod(say: Say): Promise<StoreEngine> {
  const mirror = process.env['MONGOMS_DOWNLOAD_MIRROR'];
  await assertReachable(mirror ? new URL(mirror).hostname : downloadHost);
  await makeEnginesFolder(enginesDir);
  return withLock(`${downloadDir}.lock`, async () => {
    say(`fetches mongod ${mongodVersion}`);
    const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
    const program = await MongoBinary.getPath({
      version: mongodVersion,
      downloadDir: await makeEnginesFolder(downloadDir),
      systemBinary: '',
      checkMD5: true,
    });
    return { kind: 'mongod', program };
  });
}

async function ferretdbReady(): Promise<StoreEngine | undefined> {
  const program = await ferretdbBuilt();
  return program === undefined ? undefined : { kind: 'ferretdb', program, postgres: await findPostgres() };
}

async function makeFerretdb(say: Say): Promise<StoreEngine> {
  const postgres = await findPostgres();
  return { kind: 'ferretdb', program: await buildFerretdb(say), postgres };
}
