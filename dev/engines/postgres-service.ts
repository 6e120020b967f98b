import { randomBytes } from 'node:crypto';
import { chown, chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataFolder } from './engine-folders.ts';
import { spawnEngine } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';
import type { EngineService } from './engine-service.ts';
import { exists } from './install-folder.ts';
import type { PostgresFiles } from './postgres-files.ts';
import { choosePostgresUser } from './postgres-user.ts';
import type { PostgresUser } from './postgres-user.ts';
import { waitUntilReady } from './ready-wait.ts';
import { runProgram } from './run-program.ts';

const superuser = 'giliran';

export interface PostgresOptions {
  files: PostgresFiles;
  /** Made when missing; holds `data` and the generated password. */
  dir: string;
  port: number;
  logFile: string;
  /** False only for throw-away data: no waiting for the disk. */
  durable: boolean;
}

/**
 * How many things FerretDB may do at once. It takes a second connection for an update while it holds the first one: when
 * all are held by updates, none of them ever ends. So there are more than processes of the product ask for together (40
 * each); only those that are used are opened.
 */
const connections = 200;

/** PostgreSQL on loopback, with a generated password, for FerretDB, or for Temporal Server, alone. */
export async function postgresService(options: PostgresOptions): Promise<EngineService & { url: string }> {
  await makeDataFolder(join(options.dir, '..'));
  await makeDataFolder(options.dir);
  const user = await choosePostgresUser(options.files.postgres, options.dir);
  await giveTo(user, options.dir);
  await chmod(options.dir, 0o700);
  const password = await initialise(options, user);
  return {
    name: 'PostgreSQL',
    url: `postgres://${superuser}:${password}@127.0.0.1:${options.port}/postgres?pool_max_conns=${connections}`,
    start: (spawned) => start(options, user, spawned),
  };
}

async function giveTo(user: PostgresUser, path: string): Promise<void> {
  const [, uid = user.uid] = /--reuid=(\d+)/.exec(user.prefix.join(' ')) ?? [];
  const [, gid = user.gid] = /--regid=(\d+)/.exec(user.prefix.join(' ')) ?? [];
  if (uid !== undefined && gid !== undefined) await chown(path, Number(uid), Number(gid));
}

/** Makes the cluster once; a half-made one (interrupted initdb) is thrown away. Answers its password. */
async function initialise({ files, dir }: PostgresOptions, user: PostgresUser): Promise<string> {
  const data = join(dir, 'data');
  const passwordFile = join(dir, 'password');
  if (await exists(data)) return (await readFile(passwordFile, 'utf8')).trim();
  const half = join(dir, 'data.new');
  await rm(half, { recursive: true, force: true });
  const password = randomBytes(24).toString('hex');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(user, passwordFile);
  const [command = files.initdb, ...args] = [
    ...[...user.prefix, files.initdb, '-D', half, '-U', superuser, `--pwfile=${passwordFile}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'],
  ];
  await runProgram(command, args, { cwd: dir, uid: user.uid, gid: user.gid });
  await rename(half, data);
  return password;
}

async function start(
  options: PostgresOptions,
  user: PostgresUser,
  spawned?: (process: EngineProcess) => void,
): Promise<EngineProcess> {
  const { files, dir, port, logFile } = options;
  const [command = files.postgres, ...args] = [
    ...[...user.prefix, files.postgres, '-D', join(dir, 'data')],
    ...serverSettings(port, options.durable).flatMap((setting) => ['-c', setting]),
  ];
  let ready = false;
  const process = await spawnEngine({
    name: 'PostgreSQL',
    command,
    args,
    cwd: dir,
    uid: user.uid,
    gid: user.gid,
    logFile,
    spawned,
    stopSignal: 'SIGINT', // "fast" shutdown: ends sessions, writes a checkpoint
    onLine: (line) => (ready ||= line.includes('ready to accept connections')),
  });
  const check = async (): Promise<void> => {
    if (!ready) throw new Error('it still recovers');
  };
  await waitUntilReady({ process, check, timeoutMs: 60_000, logFile });
  return process;
}

/** For a small machine that also runs everything else. Durability is the product: nothing that weakens it. */
function serverSettings(port: number, durable: boolean): string[] {
  return [
    ...[
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      `max_connections=${connections + 20}`,
    ],
    ...[
      'shared_buffers=128MB',
      'work_mem=8MB',
      'maintenance_work_mem=64MB',
      'max_wal_size=512MB',
      'wal_compression=on',
    ],
    ...['max_worker_processes=4', 'max_parallel_workers_per_gather=0', 'jit=off', 'io_method=sync'],
    ...['wal_level=minimal', 'max_wal_senders=0', 'checkpoint_timeout=10min'],
    // FerretDB sends everything as prepared statements; a generic plan cannot use the index on a document's field.
    ...['plan_cache_mode=force_custom_plan', 'log_min_messages=log', 'log_min_error_statement=panic'],
    ...['log_checkpoints=off', 'timezone=UTC', 'log_timezone=UTC'],
    ...(durable
      ? ['fsync=on', 'synchronous_commit=on']
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}
