import { Agent, request as send, type IncomingMessage } from 'node:http';
import type { Draft } from './draft-types.ts';
import type { FuzzOperation } from './fuzz-operations.ts';

/** A request as it goes out. */
export interface FuzzRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
}

export interface FuzzAnswer {
  status: number;
  headers: Headers;
  contentType: string | null;
  text: string;
}

/** As `encodeURIComponent`, for halves of surrogate pairs too: those have no UTF-8, so what comes out is none. */
const encoded = (value: unknown): string =>
  Array.from(String(value), (sign) => (/^\p{Surrogate}$/u.test(sign) ? '%ED%A0%80' : encodeURIComponent(sign))).join(
    '',
  );

/** What `fetch` would refuse or mend goes out as it is. */
export function requestOf({ method, path }: FuzzOperation, draft: Draft, proof: Record<string, string>): FuzzRequest {
  const { body, contentType, headers, params, query, raw } = draft;
  const address = path.replace(/\{(\w+)\}/g, (_braced, name: string) => encoded(params[name] ?? 'tidak-ada'));
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const type: Record<string, string> = sent === undefined || contentType === '' ? {} : { 'content-type': contentType };
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return {
    method,
    path: search === '' ? address : `${address}?${search}`,
    headers: { ...type, ...own, ...proof },
    body: sent,
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const patienceMs = 90_000;

/** @param onlyBegin of a stream, only that it begins is seen */
export function answerOf(base: string, fuzz: FuzzRequest, onlyBegin: boolean): Promise<FuzzAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const { body, headers, method, path } = fuzz;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { hostname, port, method, path, headers: { ...headers, ...length }, agent };
    const outgoing = send(options, (incoming) => {
      const begun = onlyBegin && (incoming.headers['content-type'] ?? '').startsWith('text/event-stream');
      if (begun) {
        resolve(answer(incoming, ':'));
        return void incoming.destroy();
      }
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () => resolve(answer(incoming, Buffer.concat(pieces).toString('utf8'))));
      incoming.on('error', reject);
    });
    outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error(`no answer in ${patienceMs / 1000} s`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function answer({ headers, statusCode = 0 }: IncomingMessage, text: string): FuzzAnswer {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers)) read.set(name, [value].flat().join(', '));
  return { status: statusCode, headers: read, contentType: read.get('content-type'), text };
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A line for a shell that sends the request again. Secrets of the run are good for nothing when it is over. */
export function curlLine(base: string, { body, headers, method, path }: FuzzRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const isText = typeof body === 'string' && body.length < 3_000 && !body.includes('\0');
  const bytes = body === undefined ? '' : Buffer.from(body).subarray(0, 4_000).toString('base64');
  const data = isText ? `--data-raw ${quoted(body)}` : body && `--data-binary @<(echo ${bytes} | base64 -d)`;
  return ['curl -s -i --path-as-is -g', `-X ${method}`, quoted(base + path), ...lines, data ?? ''].join(' ').trim();
}
