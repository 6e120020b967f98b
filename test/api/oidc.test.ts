import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import { enrolSecondFactor } from '../support/api/second-factor.ts';
import { BrowserTrip } from '../support/oidc/browser-trip.ts';
import { startTestProvider, type TestProvider } from '../support/oidc/test-provider.ts';

/** Nobody listens there: what the provider sends back is taken to the API by the tests. */
const publicUrl = 'http://127.0.0.1:1';
const callback = '/v1/session/oidc/callback';

let provider: TestProvider;
let api: TestApi;
let trip: BrowserTrip;

beforeAll(async () => {
  provider = await startTestProvider(publicUrl + callback);
  api = await buildTestApi({ settings: { ...provider.client, PUBLIC_URL: publicUrl } });
});
afterAll(async () => {
  await api.close();
  await provider.close();
});
beforeEach(async () => {
  trip = new BrowserTrip();
  provider.person.claims = { preferred_username: 'petugas-a' };
  provider.person.amr = ['pwd'];
  await api.store.secondFactors.remove('petugas-a');
});

const host = () => new URL(api.url).host;
const begin = async (at = api.url): Promise<URL> => {
  const response = await trip.open(`${at}/v1/session/oidc`);
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '', at);
};
/** To the provider and back: the address that it sends the browser to, at the API that is tested. */
const fromProvider = async (start?: URL, at = api.url): Promise<URL> => {
  const { search } = await trip.followWithin(start ?? (await begin(at)));
  return new URL(callback + search, at);
};
const ending = async (address: URL) => (await trip.open(address)).headers.get('location');
const session = () => trip.cookie(host(), 'giliran_session');

describe('signing in with an account of the organisation', () => {
  it('leads to the provider with PKCE, state and nonce, and back to a session', async () => {
    const start = await begin();
    expect(start.origin).toBe(provider.issuer);
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      ...{ client_id: 'giliran', response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile email' },
      ...{
        redirect_uri: publicUrl + callback,
        state: expect.any(String) as string,
        nonce: expect.any(String) as string,
      },
    });
    expect(await ending(await fromProvider(start))).toBe('/');
    const signedIn = api.client({ cookie: `giliran_session=${session() ?? ''}` });
    expect(await signedIn.get('/v1/session')).toMatchObject({ status: 200, body: { user: { id: 'petugas-a' } } });
    expect(trip.cookie(host(), 'giliran_oidc')).toBeUndefined();
  });

  it('makes no account, and lets nobody in who has left', async () => {
    for (const username of ['siapa-itu', 'keluar', '', 7]) {
      provider.person.claims = { preferred_username: username };
      expect(await ending(await fromProvider())).toBe('/?signIn=noAccount');
      expect(session()).toBeUndefined();
    }
  });

  it('can match by another claim; a mail address only when it is verified', async () => {
    const byMail = await buildTestApi({
      settings: { ...provider.client, PUBLIC_URL: publicUrl, OIDC_USERNAME_CLAIM: 'email' },
    });
    const admin = await byMail.signedIn('admin');
    const person = {
      id: 'pelapor-baru',
      username: 'baru@kantor.example',
      name: 'Baru',
      role: 'submitter',
      officeId: '123',
    };
    expect((await admin.post('/v1/users', person)).status).toBe(201);
    for (const [email_verified, where] of [
      [false, '/?signIn=noAccount'],
      [true, '/'],
    ]) {
      provider.person.claims = { email: 'Baru@kantor.example', email_verified };
      expect(await ending(await fromProvider(undefined, byMail.url))).toBe(where);
    }
    await byMail.close();
  });

  it('asks the provider for a second factor of whoever has one here', async () => {
    await enrolSecondFactor(await api.signedIn('petugas-a'), api);
    expect(await ending(await fromProvider())).toBe('/?signIn=secondFactor');
    expect(session()).toBeUndefined();
    provider.person.amr = ['pwd', 'otp'];
    trip = new BrowserTrip();
    expect(await ending(await fromProvider())).toBe('/');
  });
});

describe('what comes back and was not asked for', () => {
  it.each<[string, (address: URL) => void]>([
    ['another state', (address) => address.searchParams.set('state', 'another')],
    ['another code', (address) => address.searchParams.set('code', 'another')],
    ['another issuer', (address) => address.searchParams.set('iss', 'https://jahat.example')],
    [
      'a refusal',
      (address) => (address.search = `?error=access_denied&state=${address.searchParams.get('state') ?? ''}`),
    ],
    ['nothing', (address) => (address.search = '')],
  ])('%s', async (_what, change) => {
    const address = await fromProvider();
    change(address);
    expect(await ending(address)).toBe('/?signIn=failed');
    expect(session()).toBeUndefined();
  });

  it('is refused in another browser, and a second time', async () => {
    const address = await fromProvider();
    const first = trip;
    trip = new BrowserTrip();
    expect(await ending(address)).toBe('/?signIn=failed');
    trip = first;
    expect(await ending(address)).toBe('/');
    expect(await ending(address)).toBe('/?signIn=failed');
  });

  it('leaves neither codes nor secrets in the log', async () => {
    const address = await fromProvider();
    await ending(address);
    const logged = JSON.stringify(api.logs);
    for (const secret of [address.searchParams.get('code'), session(), provider.client.OIDC_CLIENT_SECRET])
      expect(logged).not.toContain(secret);
  });
});

describe('a provider that is not there', () => {
  it('leads back to the sign-in page with the reason, and is asked again the next time', async () => {
    const gone = await startTestProvider(publicUrl + callback);
    const other = await buildTestApi({ settings: { ...gone.client, PUBLIC_URL: publicUrl } });
    await gone.close();
    expect(`${(await begin(other.url)).pathname}${(await begin(other.url)).search}`).toBe('/?signIn=unavailable');
    await other.close();
    const none = await buildTestApi();
    expect((await begin(none.url)).search).toBe('?signIn=notOffered');
    await none.close();
  });
});
