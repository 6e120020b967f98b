/** What the story reads of a case; the contract has more. */
export interface StoryCase {
  id: string;
  number: string;
  status: string;
  tier: string;
  agent: { id: string; name: string } | null;
  reportCount: number;
  reports?: unknown[];
  workflow?: { id: string; runId: string; url: string };
}

interface StoryAnswer<T> {
  status: number;
  body: T;
  language: string | null;
}

export interface Submission {
  complaint: StoryCase;
  duplicate: boolean;
  advice?: string;
}

interface CallOptions {
  body?: unknown;
  language?: string;
}

/** One person's browser: signed in, and with nothing but the public HTTP API. */
export interface StoryPerson {
  username: string;
  call: <T>(method: string, path: string, options?: CallOptions) => Promise<StoryAnswer<T>>;
  /** Like `call`, but any other status than 200 ends the story. */
  must: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

const requestTimeoutMs = 20_000;

/**
 * Signs a person in.
 *
 * @throws Error when sign-in is refused
 */
export async function signIn(base: string, username: string, password: string): Promise<StoryPerson> {
  const answer = await send(base, 'POST', '/v1/session', { body: { username, password } });
  if (answer.status !== 200) throw new Error(`sign-in of ${username} answered ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
  const call = async <T>(method: string, path: string, options: CallOptions = {}): Promise<StoryAnswer<T>> => {
    const { status, headers, text } = await send(base, method, path, options, cookie);
    const isJson = headers.get('content-type')?.includes('json') ?? false;
    const body = (isJson ? JSON.parse(text) : undefined) as T;
    return { status, body, language: headers.get('content-language') };
  };
  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { status, body: answered } = await call<T>(method, path, { body });
    if (status !== 200)
      throw new Error(`${username}: ${method} ${path} answered ${status} ${JSON.stringify(answered)}`);
    return answered;
  };
  return { username, call, must };
}

async function send(base: string, method: string, path: string, options: CallOptions, cookie?: string) {
  const response = await fetch(new URL(path, base), {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': options.language ?? 'en',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
