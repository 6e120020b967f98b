import { join } from 'node:path';
import { findPostgres } from '../../../dev/engines/postgres-files.ts';
import { postgresService } from '../../../dev/engines/postgres-service.ts';
import type { EngineProcess } from '../../../dev/engines/engine-process.ts';
import { reservePorts } from '../../../dev/engines/port-memory.ts';

export interface PeerPostgres {
  process: EngineProcess;
  port: number;
  superuser: string;
  password: string;
}

/**
 * The PostgreSQL of the project with the settings that it has under FerretDB, durable. One of those is of use to FerretDB
 * only (`plan_cache_mode`); each peer's own connections set it back.
 */
export async function startPeerPostgres(dir: string): Promise<PeerPostgres> {
  const port = await freePort(dir, 'postgres');
  const service = await postgresService({
    files: await findPostgres(),
    dir: join(dir, 'postgres'),
    port,
    logFile: join(dir, 'postgres.log'),
    durable: true,
  });
  const { username, password } = new URL(service.url);
  return { process: await service.start(), port, superuser: username, password };
}

/** A free port of loopback, the one of the last time if it can be. */
export async function freePort(dir: string, name: string): Promise<number> {
  const reservation = (await reservePorts(dir, [{ name }])).get(name);
  if (!reservation) throw new Error('no free port');
  await reservation.release();
  return reservation.port;
}
