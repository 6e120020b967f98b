import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '../../seed/demo-data.ts';
import type { Attempt, JournalEntry } from './journal-types.ts';

interface ChaosAnswer<Body = unknown> {
  /** Null when no answer came. */
  status: number | null;
  body: Body;
  trouble?: string;
}

/** One person's browser, which has seen worse. */
export interface ChaosPerson {
  username: string;
  call: <Body>(method: string, path: string, request?: CallRequest) => Promise<ChaosAnswer<Body>>;
  /** Repeats the call, a POST under one key, until it is answered 2xx, 3xx or 4xx. */
  insist: <Body>(method: string, path: string, request?: CallRequest) => Promise<ChaosAnswer<Body>>;
}

interface CallRequest {
  /** A string is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

export interface NewComplaint {
  systemId: string;
  serverId?: string;
  category: string;
  title: string;
  description: string;
}

interface SubmissionOptions {
  key: string | null;
  expects?: JournalEntry['expects'];
  timeoutMs?: number;
  /** Without it one try is made, else as many as it takes within this time. */
  patienceMs?: number;
}

interface Submitted {
  complaint?: { id: string };
  report?: { id: string };
  code?: string;
}

/** The client's own journal, outside of the system: what was sent, and what was answered, if anything was. */
export class ChaosClient {
  readonly journal: JournalEntry[] = [];
  readonly #bodies = new Map<JournalEntry, NewComplaint | string>();
  readonly #base: string;
  readonly #people = new Map<string, Promise<ChaosPerson>>();

  constructor(base: string) {
    this.#base = base;
  }

  person(username: string): Promise<ChaosPerson> {
    const known = this.#people.get(username) ?? this.#signIn(username);
    this.#people.set(username, known);
    return known;
  }

  /** Sends a complaint; the last try's answer. */
  async submit(username: string, body: NewComplaint | string, options: SubmissionOptions): Promise<Attempt> {
    const entry: JournalEntry = {
      entryId: `${username}/${this.journal.length + 1}`,
      ...{ username, key: options.key, expects: options.expects ?? 'taken', attempts: [] },
      payloadHash: createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16),
    };
    this.journal.push(entry);
    this.#bodies.set(entry, body);
    return this.again(entry, body, options);
  }

  bodyOf(entry: JournalEntry): NewComplaint | string {
    return this.#bodies.get(entry) ?? '';
  }

  /** Sends what an entry says once more, under its key. */
  async again(entry: JournalEntry, body: NewComplaint | string, options: Omit<SubmissionOptions, 'key'>) {
    const person = await this.person(entry.username);
    const until = Date.now() + (options.patienceMs ?? 0);
    for (let longest = 500; ; longest = Math.min(longest * 2, 8_000)) {
      const attempt = await this.#try(person, entry, body, options.timeoutMs ?? 15_000);
      const isAnswered = attempt.status !== null && attempt.status < 500;
      if (isAnswered || Date.now() > until) return attempt;
      // As clients should: ever longer, and not all at the same moment.
      await pause(longest * (0.5 + Math.random() / 2));
    }
  }

  async #try(person: ChaosPerson, entry: JournalEntry, body: NewComplaint | string, timeoutMs: number) {
    const sentAt = Date.now();
    const headers = entry.key === null ? undefined : { 'idempotency-key': entry.key };
    const answer = await person.call<Submitted | undefined>('POST', '/v1/complaints', { body, headers, timeoutMs });
    const attempt: Attempt = { sentAt, endedAt: Date.now(), status: answer.status };
    if (answer.trouble !== undefined) attempt.trouble = answer.trouble;
    if (answer.body?.code !== undefined) attempt.code = answer.body.code;
    if (answer.body?.complaint) attempt.caseId = answer.body.complaint.id;
    if (answer.body?.report) attempt.reportId = answer.body.report.id;
    entry.attempts.push(attempt);
    return attempt;
  }

  async #signIn(username: string): Promise<ChaosPerson> {
    let cookie: string | undefined;
    const call = async <Body>(method: string, path: string, request: CallRequest = {}): Promise<ChaosAnswer<Body>> => {
      try {
        const response = await fetch(this.#base + path, {
          method,
          headers: {
            'accept-language': 'en',
            ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(cookie === undefined ? {} : { cookie }),
            ...request.headers,
          },
          body: typeof request.body === 'object' ? JSON.stringify(request.body) : (request.body as string | undefined),
          signal: AbortSignal.timeout(request.timeoutMs ?? 15_000),
        });
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') ?? false;
        return { status: response.status, body: (isJson ? JSON.parse(text) : undefined) as Body };
      } catch (error) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        return { status: null, body: undefined as Body, trouble: String(cause) };
      }
    };
    const insist: ChaosPerson['insist'] = async (method, path, request) => {
      // What was done without an answer is not to be refused the second time.
      const key = { 'idempotency-key': randomUUID() };
      const repeatable = method === 'POST' ? { ...request, headers: { ...key, ...request?.headers } } : request;
      for (const until = Date.now() + 120_000; ; await pause(250)) {
        const answer = await call(method, path, repeatable);
        if ((answer.status !== null && answer.status < 500) || Date.now() > until) return answer as never;
      }
    };
    const { status } = await insist('POST', '/v1/session', { body: { username, password: demoPassword } });
    if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
    return { username, call, insist };
  }
}
