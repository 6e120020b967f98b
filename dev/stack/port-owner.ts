import { readdir, readFile, readlink } from 'node:fs/promises';
import { runProgram } from '../engines/run-program.ts';

/** Who listens on a TCP port of this machine, e.g. `node (process 4711)`; undefined when it cannot be told. */
export async function findPortOwner(port: number): Promise<string | undefined> {
  return process.platform === 'linux' ? linuxOwner(port) : lsofOwner(port);
}

async function linuxOwner(port: number): Promise<string | undefined> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(files.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
    if (!links.some((link) => sockets.has(link))) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'a program');
    return `${name.trim()} (process ${pid})`;
  }
  return undefined;
}

/** The socket inodes that /proc/net/tcp shows in state LISTEN (0A) on a port. */
export function listeningInodes(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(wanted) && columns[3] === '0A')
    .flatMap((columns) => columns[9] ?? []);
}

async function lsofOwner(port: number): Promise<string | undefined> {
  const output = await runProgram('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fcp']).catch(() => '');
  const pid = /^p(\d+)$/m.exec(output)?.[1];
  const name = /^c(.+)$/m.exec(output)?.[1];
  return pid && `${name ?? 'a program'} (process ${pid})`;
}
