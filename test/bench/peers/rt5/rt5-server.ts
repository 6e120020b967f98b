import { randomBytes } from 'node:crypto';
import { chown, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDataFolder } from '../../../../dev/engines/engine-folders.ts';
import { stopAll } from '../../../../dev/engines/engine-service.ts';
import { spawnEngine } from '../../../../dev/engines/engine-process.ts';
import type { EngineProcess } from '../../../../dev/engines/engine-process.ts';
import { waitUntilReady } from '../../../../dev/engines/ready-wait.ts';
import { runProgram } from '../../../../dev/engines/run-program.ts';
import { answersWith } from '../keep-alive-client.ts';
import type { PeerOptions } from '../peer-options.ts';
import { freePort, startPeerPostgres } from '../peer-postgres.ts';
import type { PeerPostgres } from '../peer-postgres.ts';
import { rt5DatabaseName, rt5Role, writeRt5Config } from './rt5-config.ts';

export interface Rt5Server {
  port: number;
  agentPassword: string;
  /** One for each agent, in their order. */
  agentTokens: string[];
  /** Runs a Perl script beside this file that reads RT's database; answers what it printed. */
  query: (script: string, args: readonly string[]) => Promise<string>;
  pids: () => number[];
  end: () => Promise<void>;
}

interface Rt5Home {
  dir: string;
  user: { uid: number; gid: number };
  env: Record<string, string>;
}

/** Where Debian puts RT's programs. */
const serverProgram = '/usr/share/request-tracker5/libexec/rt-server';
const setupProgram = '/usr/sbin/rt-setup-database-5';

/** Starlet's own default. A connection that is kept holds its worker, so there can be no more connections than these. */
export const rt5Workers = 10;

/**
 * A fresh RT with its database, on loopback, below `dataDir`/`name`; what an earlier run left there is thrown away.
 *
 * @param mail `sink`: RT prepares its mail as it is installed, and drops it instead of sending; `off`: not even that
 */
export async function startRt5Server(
  { dataDir, say }: PeerOptions,
  name: string,
  mail: 'off' | 'sink',
): Promise<Rt5Server> {
  const dir = join(dataDir, name);
  await rm(dir, { recursive: true, force: true });
  await makeDataFolder(dataDir);
  await makeDataFolder(dir);
  const postgres = await startPeerPostgres(dir);
  const running = [postgres.process];
  try {
    const passwords = { database: secret(), agents: secret() };
    const port = await freePort(dir, 'rt');
    const home = await makeHome(dir, port, postgres, passwords.database);
    say('sets up the database of Request Tracker …');
    const agentTokens = await setUpDatabase(home, postgres, { RT_DESK_PASSWORD: passwords.agents, RT_DESK_MAIL: mail });
    running.push(await startServer(home, port));
    const query = databaseQuery(home, postgres.port, passwords.database);
    const pids = (): number[] => running.map(({ pid }) => pid);
    return { port, agentPassword: passwords.agents, agentTokens, query, pids, end: () => stopAll(running) };
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

function secret(): string {
  return randomBytes(18).toString('hex');
}

async function makeHome(dir: string, port: number, postgres: PeerPostgres, password: string): Promise<Rt5Home> {
  const user = await webUser();
  const database = { port: postgres.port, superuser: postgres.superuser, password };
  const variables = await writeRt5Config({ dir: join(dir, 'rt'), port, database, owner: user });
  await runProgram('sh', ['-c', 'cd "$1"', 'sh', join(dir, 'rt')], { ...user, cwd: '/' }).catch(() => {
    throw new Error(`www-data, under whom RT runs, cannot enter ${dir}: choose another folder for the data`);
  });
  return { dir: join(dir, 'rt'), user, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ...variables } };
}

/** Debian's user for web applications, which owns RT there too. */
async function webUser(): Promise<{ uid: number; gid: number }> {
  const entry = /^www-data:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8'));
  if (!entry) throw new Error('there is no user www-data, under whom RT runs');
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

/** RT's own setup, then the desk; answers the agents' tokens. */
async function setUpDatabase(home: Rt5Home, postgres: PeerPostgres, desk: Record<string, string>): Promise<string[]> {
  const tokens = join(home.dir, 'tokens');
  const env = {
    ...home.env,
    RT_DBA_USER: postgres.superuser,
    RT_DBA_PASSWORD: postgres.password,
    RT_DESK_TOKENS: tokens,
    ...desk,
  };
  const options = { cwd: home.dir, env, ...home.user };
  const rootPassword = join(home.dir, 'root-password');
  await writeFile(rootPassword, `${secret()}\n`, { mode: 0o600 });
  await chown(rootPassword, home.user.uid, home.user.gid);
  await runProgram(setupProgram, ['--action', 'init', '--root-password-file', rootPassword], options);
  const content = await placeScript(home, 'desk-content.pl');
  await runProgram(setupProgram, ['--action', 'insert', '--datafile', content], options);
  return (await readFile(tokens, 'utf8')).trim().split('\n');
}

/** RT's user may not be able to enter the checkout. */
async function placeScript({ dir, user }: Rt5Home, name: string): Promise<string> {
  const placed = join(dir, basename(name));
  await copyFile(fileURLToPath(new URL(name, import.meta.url)), placed);
  await chown(placed, user.uid, user.gid);
  return placed;
}

async function startServer({ dir, user, env }: Rt5Home, port: number): Promise<EngineProcess> {
  const logFile = join(dir, '..', 'rt-server.log');
  const process = await spawnEngine({
    name: 'Request Tracker',
    command: serverProgram,
    args: [
      ...['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), `--max-workers=${rt5Workers}`],
      // Starlet closes each connection after one request, and replaces each worker after a hundred, unless it is told.
      ...['--max-keepalive-reqs=100000', '--keepalive-timeout=30', '--max-reqs-per-child=100000'],
    ],
    cwd: dir,
    env,
    ...user,
    logFile,
  });
  // Its API asks who we are.
  await waitUntilReady({ process, check: () => answersWith(port, '/REST/2.0/rt', 401), timeoutMs: 60_000, logFile });
  return process;
}

function databaseQuery(home: Rt5Home, port: number, password: string): Rt5Server['query'] {
  const env = {
    ...home.env,
    RT_DESK_DSN: `dbi:Pg:dbname=${rt5DatabaseName};host=127.0.0.1;port=${port}`,
    RT_DESK_USER: rt5Role,
    RT_DESK_PASSWORD: password,
  };
  return async (script, args) =>
    runProgram('perl', [await placeScript(home, script), ...args], { cwd: home.dir, env, ...home.user });
}
