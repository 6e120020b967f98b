import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';

/** Holds a port for us until the program that is to listen on it is about to start. */
export interface PortReservation {
  port: number;
  release: () => Promise<void>;
}

export interface PortWish {
  name: string;
  /** Tried after the remembered one and before any free one. */
  preferred?: number;
}

/** Takes a port by listening on it; undefined when it is taken or not allowed. 0 takes any free one. */
export async function tryPort(port: number): Promise<PortReservation | undefined> {
  const server = await listen(port);
  if (!server) return undefined;
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return { port: taken, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server.unref()));
  });
}

/** Ports that a data folder has used before: bookmarks and the replica set's name of itself stay right. */
export async function reservePorts(
  dataDir: string,
  wishes: readonly PortWish[],
): Promise<Map<string, PortReservation>> {
  const file = join(dataDir, 'ports.json');
  const remembered = parsePorts(await readFile(file, 'utf8').catch(() => '{}'));
  const reserved = new Map<string, PortReservation>();
  for (const { name, preferred } of wishes) {
    for (const candidate of [remembered[name], preferred, 0]) {
      if (candidate === undefined) continue;
      const reservation = await tryPort(candidate);
      if (reservation) {
        reserved.set(name, reservation);
        break;
      }
    }
  }
  const ports = Object.fromEntries([...reserved].map(([name, { port }]) => [name, port]));
  await writeFile(file, `${JSON.stringify({ ...remembered, ...ports }, null, 2)}\n`);
  return reserved;
}

/** What is not a port number is forgotten. */
export function parsePorts(text: string): Record<string, number> {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, number] => {
        const port = entry[1];
        return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536;
      }),
    );
  } catch {
    return {};
  }
}
