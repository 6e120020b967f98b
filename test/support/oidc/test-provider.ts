import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

export interface TestProvider {
  issuer: string;
  client: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string };
  /** Who signs in there next, and what the provider says of them. */
  person: { sub: string; claims: Record<string, unknown>; amr: string[] };
  close(): Promise<void>;
}

const clientId = 'giliran';
const clientSecret = 'a secret of the tests, long enough';

/** A real OpenID provider on the loopback interface, where one person is signed in without being asked. */
export async function startTestProvider(redirectUri: string): Promise<TestProvider> {
  let handle: ReturnType<Provider['callback']> | undefined;
  let provider: Provider | undefined;
  const person: TestProvider['person'] = { sub: 'orang-1', claims: {}, amr: ['pwd'] };
  const server = createServer((request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/');
    const answered = isInteraction
      ? provider?.interactionFinished(request, response, { login: { accountId: person.sub, amr: person.amr } })
      : handle?.(request, response);
    answered?.catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of the tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...person.claims }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }: Context) {
      const of = { clientId: oidc.client.clientId, accountId: oidc.session.accountId };
      const grant = new oidc.provider.Grant(of);
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
  });
  handle = provider.callback();
  return {
    issuer,
    client: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
    person,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
