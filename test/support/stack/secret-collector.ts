/** Words of people, and what opens doors: names of JSON fields whose values no log may hold. */
const fields = new Set([
  ...['title', 'description', 'text', 'message', 'resolution', 'reason', 'comment', 'note'],
  ...['password', 'currentPassword', 'newPassword', 'totp', 'code', 'secret', 'token', 'recoveryCodes', 'enrolment'],
  ...['name', 'email', 'username', 'fileName', 'url', 'uri'],
]);

/** Of the fields above, values that are words of the contract or ids which logs may name. */
const mayBeLogged = (value: string): boolean =>
  value.length < 6 || /^[a-z_]+$|^petugas-[a-x]$|^https?:\/\/[^/]+\/?$/.test(value);

function collect(value: unknown, into: Set<string>, isSecret = false): void {
  if (typeof value === 'string') {
    if (isSecret && !mayBeLogged(value)) into.add(value);
    return;
  }
  if (Array.isArray(value)) return value.forEach((each) => collect(each, into, isSecret));
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) collect(each, into, isSecret || fields.has(name));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Listens to everything that this process sends and gets by `fetch`, and keeps what must not be found in any log: words
 * of people, passwords, cookies, tokens, secrets.
 */
export function collectSecrets(): { secrets: Set<string>; stop: () => void } {
  const secrets = new Set<string>();
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (typeof init?.body === 'string') collect(parsed(init.body), secrets);
    const response = await real(input, init);
    for (const cookie of response.headers.getSetCookie()) {
      const value = cookie.split(';', 1)[0]?.split('=')[1] ?? '';
      if (value !== '') secrets.add(value);
    }
    const isProblem = response.headers.get('content-type')?.includes('problem') ?? false;
    if (!isProblem) collect(parsed(await response.clone().text()), secrets);
    return response;
  };
  return { secrets, stop: () => void (globalThis.fetch = real) };
}
