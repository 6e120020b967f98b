import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { spawnEngine } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';
import type { EngineService } from './engine-service.ts';
import { waitUntilReady } from './ready-wait.ts';
import { prepareNamespace, searchAttributes } from './temporal-namespace.ts';

export interface TemporalOptions {
  program: string;
  /** Folder of the kept database; without it everything is in memory. */
  dataDir?: string;
  logDir: string;
  /** Without a `ui` port there is no web UI. */
  ports: { temporal: number; ui?: number };
  namespace?: string;
  onLine?: (line: string) => void;
}

export interface TemporalService {
  service: EngineService;
  address: string;
  uiUrl?: string;
}

/**
 * The server chooses ports for its parts beside ours. Another process may take one before the server listens there, and
 * then it ends (found by the fault harness: one of some hundred starts on a machine with many connections).
 */
const firstStarts = 3;

/** Temporal's development server on loopback; nothing runs yet. */
export async function temporalService(options: TemporalOptions): Promise<TemporalService> {
  const { program, dataDir, logDir, ports, namespace = 'default', onLine } = options;
  const address = `127.0.0.1:${ports.temporal}`;
  const logFile = join(logDir, 'temporal.log');
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(ports.temporal)],
    ...[
      '--namespace',
      namespace,
      '--log-level',
      'warn',
      '--log-format',
      'json',
      '--color',
      'never',
      '--disable-config-file',
    ],
    ...(ports.ui === undefined ? ['--headless'] : ['--ui-port', String(ports.ui), '--ui-disable-news-fetch']),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
  if (dataDir !== undefined) {
    const folder = join(dataDir, 'temporal');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    args.push('--db-filename', join(folder, 'temporal.db'));
    args.push('--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL');
  }
  const start = async (spawned?: (process: EngineProcess) => void): Promise<EngineProcess> => {
    const process = await spawnEngine({
      name: 'Temporal',
      command: program,
      args,
      env: cliEnvironment(),
      logFile,
      onLine,
      spawned,
    });
    await waitUntilReady({ process, check: () => checkTemporal(address, namespace), timeoutMs: 60_000, logFile });
    return process;
  };
  return {
    service: { name: 'Temporal', start, firstStarts },
    address,
    uiUrl: ports.ui === undefined ? undefined : `http://127.0.0.1:${ports.ui}`,
  };
}

/** The CLI reads settings from TEMPORAL_… and from its own file; ours are all on the command line. */
function cliEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return Object.fromEntries(kept);
}

async function checkTemporal(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await prepareNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
}
