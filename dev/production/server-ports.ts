import { randomInt } from 'node:crypto';
import { reservePorts, tryPort } from '../engines/port-memory.ts';
import type { PortWish } from '../engines/port-memory.ts';
import { serverPortNames } from './server-environment.ts';
import type { ServerPorts } from './server-environment.ts';

/** Temporal's schema for PostgreSQL keeps where its roles find each other in a smallint. What systems give is higher. */
const highestPort = 32_767;
const lowestPort = 20_000;
const attempts = 100;

/**
 * Those that are given; the others as this folder had them before, else free ones.
 *
 * @throws Error when one of them cannot be kept in Temporal's table
 */
export async function takeServerPorts(dir: string, given: Partial<ServerPorts> = {}): Promise<ServerPorts> {
  const reserved = await reservePorts(dir, await wishesFor(given));
  await Promise.all([...reserved.values()].map(({ release }) => release()));
  const numbers = serverPortNames.map((name) => [name, given[name] ?? reserved.get(name)?.port ?? 0] as const);
  for (const [name, port] of numbers)
    if (name.endsWith('Membership') && port > highestPort) throw new Error(`${name}: ${port} is above ${highestPort}`);
  return Object.fromEntries(numbers) as ServerPorts;
}

async function wishesFor(given: Partial<ServerPorts>): Promise<PortWish[]> {
  const wishes: PortWish[] = [];
  for (const name of serverPortNames) {
    if (given[name] === undefined) wishes.push({ name, preferred: await freePort(wishes) });
  }
  return wishes;
}

async function freePort(others: readonly PortWish[]): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(lowestPort, highestPort + 1);
    const reservation = others.some(({ preferred }) => preferred === port) ? undefined : await tryPort(port);
    await reservation?.release();
    if (reservation) return port;
  }
  throw new Error(`found no free port from ${lowestPort} to ${highestPort}`);
}
