import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

interface PeerRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string as it is. */
  body?: unknown;
}

export interface PeerAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface KeepAliveClient {
  send: (request: PeerRequest) => Promise<PeerAnswer>;
  /** Closes the connections; those that are open between rounds would each hold a worker of the server. */
  close: () => void;
}

/** How long one request may take before the round is void. */
const timeoutMs = 120_000;

/** HTTP on loopback over at most so many connections, which are kept. */
export function keepAliveClient(port: number, connections: number): KeepAliveClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = ({ method, path, headers = {}, body }: PeerRequest): Promise<PeerAnswer> =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
      const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
      const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
      const sent = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: { ...type, ...length, ...headers },
          timeout: timeoutMs,
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
          });
        },
      );
      sent.once('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer in ${timeoutMs / 1000} s`)));
      sent.once('error', reject);
      sent.end(payload);
    });
  return { send, close: () => agent.destroy() };
}

/** The cookies of an answer, as the next request sends them. */
export function cookiesOf(answer: PeerAnswer): string {
  const pairs = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  return [...new Map(pairs.map((pair) => [pair.split('=')[0], pair])).values()].join('; ');
}

/** @throws Error that shows what was answered instead */
export function expectStatus(answer: PeerAnswer, wanted: readonly number[], what: string): PeerAnswer {
  if (wanted.includes(answer.status)) return answer;
  throw new Error(`${what}: answered ${answer.status} ${answer.text.slice(0, 300)}`);
}

/** Whether a server that starts answers so already. @throws Error when it does not */
export async function answersWith(port: number, path: string, status: number): Promise<void> {
  const client = keepAliveClient(port, 1);
  try {
    expectStatus(await client.send({ method: 'GET', path }), [status], `GET ${path}`);
  } finally {
    client.close();
  }
}
