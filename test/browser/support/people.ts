import { expect, test as base } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { DemoLife } from '../../../dev/browser/demo-life.ts';
import { demoPassword } from '../../../dev/seed/demo-data.ts';
import { watchFaults, type FaultLog } from './faults.ts';
import type { Language } from './words.ts';

const baseURL = process.env['BROWSER_TEST_BASE'] ?? '';

/** The cases that were there before the tests. */
export const demo = JSON.parse(process.env['BROWSER_TEST_DEMO'] ?? '{}') as DemoLife;

/** One person with a browser of their own. */
export interface Person {
  page: Page;
  context: BrowserContext;
  faults: FaultLog;
  /** Calls the API as this person. @throws Error for an answer that is not 2xx */
  call: <T>(method: string, path: string, data?: unknown) => Promise<T>;
}

interface Arrival {
  language?: Language;
  path?: string;
  options?: BrowserContextOptions;
}

interface Fixtures {
  /** Opens a browser; for a name, one that is signed in. What goes wrong on any of its pages fails the test. */
  arrive: (username: string | null, arrival?: Arrival) => Promise<Person>;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const signedIn = new Map<string, Cookies>();

async function signIn(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post('/v1/session', {
    data: { username, password: demoPassword },
    maxRetries: 2,
  });
  expect(answer.status(), `${username} signs in`).toBe(200);
  signedIn.set(username, await context.cookies());
}

async function call<T>(context: BrowserContext, method: string, path: string, data?: unknown): Promise<T> {
  // A connection that rested for long is closed by the server, perhaps just when it is used again.
  const answer = await context.request.fetch(path, { method, maxRetries: 2, ...(data === undefined ? {} : { data }) });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

export const test = base.extend<Fixtures>({
  arrive: async ({ browser }, use) => {
    const people: Person[] = [];
    await use(async (username, { language = 'id', path, options } = {}) => {
      const kept = username ? signedIn.get(username) : [];
      const localStorage = [{ name: 'giliran-language', value: language }];
      const context = await browser.newContext({
        baseURL,
        reducedMotion: 'reduce',
        storageState: { cookies: kept ?? [], origins: [{ origin: baseURL, localStorage }] },
        ...options,
      });
      const faults = await watchFaults(context, username ?? 'nobody');
      if (username && !kept) await signIn(context, username);
      const page = await context.newPage();
      if (path) await page.goto(path);
      const person: Person = { page, context, faults, call: (...request) => call(context, ...request) };
      people.push(person);
      return person;
    });
    const unexpected = people.flatMap(({ faults }) => faults.unexpected());
    await Promise.all(people.map(({ context }) => context.close()));
    expect(unexpected, 'errors and warnings on the pages').toEqual([]);
  },
});

export { expect };
