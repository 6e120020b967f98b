import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How often /ready is asked, milliseconds: a tenth of what load balancers do. */
const probeEveryMs = 200;

/**
 * Spreads requests over the processes that say they are ready, in turn, as a load balancer does: it looks at /ready now
 * and then, keeps connections open, and tries nothing again.
 */
export async function startLoadBalancer() {
  const upstreams = new Map<string, boolean>();
  const passedTo = new Map<string, number>();
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const ready = [...upstreams].flatMap(([url, isReady]) => (isReady ? [url] : []));
    const url = ready[(turn += 1) % ready.length];
    const fail = () => void outgoing.writeHead(502).end();
    if (url === undefined) return fail();
    passedTo.set(url, (passedTo.get(url) ?? 0) + 1);
    const { headers, method = 'GET' } = incoming;
    const passed = httpRequest(new URL(incoming.url ?? '/', url), { agent, headers, method }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
    });
    passed.on('error', fail);
    incoming.pipe(passed);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const probe = async (url: string): Promise<void> => {
    const status = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.status,
      // One that is only slow stays as it was, as load balancers wait for several bad probes.
      (error: Error) => (error.name === 'TimeoutError' ? null : 503),
    );
    if (status !== null && upstreams.has(url)) upstreams.set(url, status === 200);
  };
  const probing = setInterval(() => void Promise.all([...upstreams.keys()].map(probe)), probeEveryMs);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Gets requests from its first good probe on. */
    async add(url: string): Promise<void> {
      upstreams.set(url, false);
      await probe(url);
    },
    remove: (url: string) => upstreams.delete(url),
    readyCount: () => [...upstreams.values()].filter(Boolean).length,
    /** How many requests each has been given, by its address. */
    passedTo: (): ReadonlyMap<string, number> => passedTo,
    async close(): Promise<void> {
      clearInterval(probing);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
