import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDataFolder } from '../../../../dev/engines/engine-folders.ts';
import { spawnEngine } from '../../../../dev/engines/engine-process.ts';
import { stopAll } from '../../../../dev/engines/engine-service.ts';
import { waitUntilReady } from '../../../../dev/engines/ready-wait.ts';
import { runProgram } from '../../../../dev/engines/run-program.ts';
import { answersWith } from '../keep-alive-client.ts';
import type { PeerOptions } from '../peer-options.ts';
import { freePort, startPeerPostgres } from '../peer-postgres.ts';

export interface HelpdeskServer {
  port: number;
  agentPassword: string;
  /** Runs a Python script beside this file in the desk's Django; answers what it printed. */
  query: (script: string, args: readonly string[]) => Promise<string>;
  pids: () => number[];
  end: () => Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));

/** As many as its own stand-alone image has; with threads, which keep connections. */
const workers = { processes: 6, threads: 2 };
export const helpdeskThreads = workers.processes * workers.threads;

/**
 * A fresh django-helpdesk with its database, on loopback, below `dataDir`/django-helpdesk.
 *
 * @param packages where `obtainHelpdesk` put it
 */
export async function startHelpdeskServer({ dataDir, say }: PeerOptions, packages: string): Promise<HelpdeskServer> {
  const dir = join(dataDir, 'django-helpdesk');
  await rm(dir, { recursive: true, force: true });
  await makeDataFolder(dataDir);
  await makeDataFolder(dir);
  const postgres = await startPeerPostgres(dir);
  const running = [postgres.process];
  try {
    const agentPassword = randomBytes(18).toString('hex');
    const env = {
      PATH: process.env['PATH'] ?? '',
      PYTHONPATH: [here, packages].join(':'),
      PYTHONDONTWRITEBYTECODE: '1',
      DJANGO_SETTINGS_MODULE: 'desk_settings',
      HELPDESK_DESK_SECRET: randomBytes(32).toString('hex'),
      HELPDESK_DESK_MEDIA: join(dir, 'media'),
      HELPDESK_DESK_PORT: String(postgres.port),
      HELPDESK_DESK_USER: postgres.superuser,
      HELPDESK_DESK_PASSWORD: postgres.password,
      HELPDESK_DESK_AGENT_PASSWORD: agentPassword,
    };
    const query: HelpdeskServer['query'] = (script, args) =>
      runProgram('python3', [join(here, script), ...args], { cwd: dir, env });
    say('sets up the database of django-helpdesk …');
    await query('desk_content.py', []);
    const port = await freePort(dir, 'web');
    const logFile = join(dir, 'gunicorn.log');
    const web = await spawnEngine({
      name: 'django-helpdesk',
      command: 'python3',
      args: [
        ...['-m', 'gunicorn', 'django.core.wsgi:get_wsgi_application()', '--bind', `127.0.0.1:${port}`],
        ...['--workers', String(workers.processes), '--threads', String(workers.threads)],
        ...['--worker-class', 'gthread', '--keep-alive', '30', '--preload'],
      ],
      cwd: dir,
      env,
      logFile,
    });
    running.push(web);
    await waitUntilReady({
      process: web,
      check: () => answersWith(port, '/admin/login/', 200),
      timeoutMs: 60_000,
      logFile,
    });
    return { port, agentPassword, query, pids: () => running.map(({ pid }) => pid), end: () => stopAll(running) };
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}
