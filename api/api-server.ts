import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  url: string;
  /** Accepts nothing new, lets what runs finish for at most `graceMs`, then cuts it off. */
  close(graceMs?: number): Promise<void>;
}

/**
 * A client that sends slower than this holds a connection for nothing. Milliseconds: the headers at once, the whole
 * request in the time that the largest attachment (10 MB) takes over a line of 0.3 Mbit/s.
 */
const headersTimeout = 30_000;
const requestTimeout = 300_000;

/**
 * How long a connection is kept for the client's next request, milliseconds: longer than a proxy keeps its own (nginx: 60
 * s), else a request meets the end of the connection that it was sent on. Node's own is 5 s.
 */
const keepAliveTimeout = 75_000;

/** @throws Error with a sentence for people when the port is taken or not ours to use */
export async function serve(app: RequestListener, at: { host: string; port: number }): Promise<RunningServer> {
  const server = createServer({ headersTimeout, keepAliveTimeout, requestTimeout }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, at)));
    server.listen(at.port, at.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = at.host.includes(':') ? `[${at.host}]` : at.host;
  return { url: `http://${host}:${port}`, close: (graceMs = 10_000) => close(server, graceMs) };
}

function listenError(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} of ${host} is taken: choose another by PORT`);
  if (error.code === 'EACCES') return new Error(`Port ${port} may not be used by this user: choose another by PORT`);
  return error;
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection that has just answered would otherwise be kept for the client's next request.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const bound = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(bound);
}
