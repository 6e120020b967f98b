import { Agent, request, type IncomingMessage } from 'node:http';
import { demoPassword } from '../../../dev/seed/demo-data.ts';

export interface HttpAnswer<Body = unknown> {
  status: number;
  body: Body;
}

export interface HttpCall {
  body?: unknown;
  /** The Idempotency-Key. */
  key?: string;
  timeoutMs?: number;
}

/** Somebody who has signed in, on connections that are kept. */
export interface HttpPerson {
  call: <Body>(method: string, path: string, call?: HttpCall) => Promise<HttpAnswer<Body>>;
}

/**
 * People who use the API. Of Node's own clients the plainest: what a client costs is not what is measured, and on two cores
 * it takes away from what is.
 */
export class HttpPeople {
  readonly #base: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  readonly #people = new Map<string, Promise<HttpPerson>>();

  constructor(base: string) {
    this.#base = new URL(base);
  }

  /** Signs in at the first time. */
  person(username: string): Promise<HttpPerson> {
    const known = this.#people.get(username) ?? this.#signIn(username);
    this.#people.set(username, known);
    return known;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #signIn(username: string): Promise<HttpPerson> {
    const body = { username, password: demoPassword };
    const { headers, status } = await this.#send('POST', '/v1/session', { body }, undefined);
    if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
    const cookie = headers['set-cookie']?.[0]?.split(';')[0];
    return { call: (method, path, call = {}) => this.#send(method, path, call, cookie) };
  }

  #send<Body>(
    method: string,
    path: string,
    { body, key, timeoutMs = 60_000 }: HttpCall,
    cookie: string | undefined,
  ): Promise<HttpAnswer<Body> & Pick<IncomingMessage, 'headers'>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      'accept-language': 'en',
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(cookie === undefined ? {} : { cookie }),
    };
    const { hostname, port } = this.#base;
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers, agent: this.#agent, timeout: timeoutMs });
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} was not answered in ${timeoutMs} ms`)));
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const isJson = response.headers['content-type']?.includes('json') ?? false;
          const answer = isJson ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body) : undefined;
          resolve({ status: response.statusCode ?? 0, body: answer as Body, headers: response.headers });
        });
      });
      sent.end(text);
    });
  }
}
