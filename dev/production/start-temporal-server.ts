import { dirname, isAbsolute, join } from 'node:path';
import { discover } from '../engines/discovery-steps.ts';
import { makeDataFolder, projectRoot } from '../engines/engine-folders.ts';
import type { Say } from '../engines/engine-folders.ts';
import type { EngineProcess } from '../engines/engine-process.ts';
import { stopAll } from '../engines/engine-service.ts';
import { endOrphanWatch } from '../engines/orphan-watch.ts';
import { findPostgres } from '../engines/postgres-files.ts';
import { postgresService } from '../engines/postgres-service.ts';
import { temporalDiscovery } from '../engines/temporal-discovery.ts';
import { obtainTemporalServer } from '../engines/temporal-server-build.ts';
import { runDeployScript } from './deploy-script.ts';
import { takeServerPorts } from './server-ports.ts';
import { namespaceEnvironment, schemaEnvironment, serverEnvironment } from './server-environment.ts';
import type { ServerPorts, SqlAccess } from './server-environment.ts';
import { temporalServerService } from './temporal-server-service.ts';

export interface ServerOptions {
  /** Everything is kept in its folder `temporal-server`; a second start finds it again. */
  dataDir: string;
  say: Say;
  /** Those that are not given are picked free, and remembered. */
  ports?: Partial<ServerPorts>;
  /** Made when it is not there, with the search attributes of the workflows. */
  namespace?: string;
}

export interface RunningTemporalServer {
  address: string;
  namespace: string;
  /** PostgreSQL's first process, whose sessions are its children, and Temporal Server's only one. */
  pids: number[];
  stop: () => Promise<void>;
}

const dynamicConfig = join(projectRoot, 'deploy', 'temporal', 'dynamic-config.yaml');

/**
 * Starts what docker-compose.yml runs of Temporal, without containers: Temporal Server (built on first use) on a
 * PostgreSQL of its own, both on loopback, set up by the scripts of deploy/temporal.
 *
 * @throws Error that names the log file, or what the script said; nothing is left running then
 */
export async function startTemporalServer(options: ServerOptions): Promise<RunningTemporalServer> {
  const { dataDir, say, namespace = 'default' } = options;
  const files = await findPostgres();
  const [programs, cli] = await Promise.all([obtainTemporalServer(say), discover(temporalDiscovery, say)]);
  const dir = await makeDataFolder(join(dataDir, 'temporal-server'));
  const log = (name: string): string => join(dir, 'logs', name);
  const ports = await takeServerPorts(dir, options.ports);
  const logFile = log('postgres.log');
  const postgres = await postgresService({
    files,
    dir: join(dir, 'postgres'),
    port: ports.postgres,
    logFile,
    durable: true,
  });
  const sql = accessOf(postgres.url);
  const address = `127.0.0.1:${ports.frontend}`;
  const env = serverEnvironment(ports, sql, dynamicConfig);
  const server = temporalServerService({ programs, env, address, dir, logFile: log('temporal-server.log') });
  const running: EngineProcess[] = [];
  const stop = async (): Promise<void> => {
    await stopAll(running.splice(0));
    await endOrphanWatch();
  };
  try {
    running.push(await postgres.start());
    const setup = { programs: [programs, ...folderOf(cli)], home: dir };
    await runDeployScript({ ...setup, script: 'setup-schema.sh', env: schemaEnvironment(sql) });
    running.push(await server.start());
    await runDeployScript({ ...setup, script: 'create-namespace.sh', env: namespaceEnvironment(address, namespace) });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, namespace, pids: running.map(({ pid }) => pid), stop };
}

function accessOf(url: string): SqlAccess {
  const { port, username, password } = new URL(url);
  return { port: Number(port), user: username, password };
}

/** None for a program that PATH finds. */
function folderOf(program: string): string[] {
  return isAbsolute(program) ? [dirname(program)] : [];
}
