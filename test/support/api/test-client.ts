import { checkContract } from './contract-checker.ts';

interface TestRequest {
  /** Sent as JSON, unless it is a string, bytes or a form: those go as they are. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestResponse<Body = unknown> {
  status: number;
  headers: Headers;
  /** The contract checker has seen to it that it is what the document says. */
  body: Body;
}

export interface TestClient {
  request<Body>(method: string, path: string, request?: TestRequest): Promise<TestResponse<Body>>;
  get<Body>(path: string, headers?: Record<string, string>): Promise<TestResponse<Body>>;
  post<Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestResponse<Body>>;
  put<Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestResponse<Body>>;
  delete<Body>(path: string, headers?: Record<string, string>): Promise<TestResponse<Body>>;
  /** Signs in and keeps the cookie for all that follows. */
  signIn(username: string, password?: string): Promise<TestResponse>;
  /** The cookie as it is sent, or null. */
  cookie(): string | null;
}

export const testPassword = 'kata-sandi-uji';

/** Talks to a running API and throws when an answer is not what the OpenAPI document says. */
export function createTestClient(baseUrl: string, defaults: Record<string, string> = {}): TestClient {
  let cookie: string | null = null;

  const request = async <Body>(
    method: string,
    path: string,
    { body, headers = {} }: TestRequest = {},
  ): Promise<TestResponse<Body>> => {
    const isForm = body instanceof FormData;
    const raw = typeof body === 'string' || body instanceof Uint8Array || isForm;
    const response = await fetch(baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie !== null && { cookie }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...defaults,
        ...headers,
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.includes('Max-Age=0') ? null : (set.split(';', 1)[0] ?? null);
    const seen = await read(response);
    checkContract({ method, path, status: response.status, ...seen, headers: response.headers });
    return { status: response.status, headers: response.headers, body: seen.body as Body };
  };

  return {
    request,
    get: (path, headers) => request('GET', path, { headers }),
    post: (path, body, headers) => request('POST', path, { body, headers }),
    put: (path, body, headers) => request('PUT', path, { body, headers }),
    delete: (path, headers) => request('DELETE', path, { headers }),
    signIn: (username, password = testPassword) => request('POST', '/v1/session', { body: { username, password } }),
    cookie: () => cookie,
  };
}

async function read(response: Response): Promise<{ contentType: string | null; body: unknown }> {
  const contentType = response.headers.get('content-type');
  const text = await response.text();
  if (text === '') return { contentType, body: undefined };
  return {
    contentType,
    body: contentType !== null && /[/+]json\b/.test(contentType) ? (JSON.parse(text) as unknown) : text,
  };
}
