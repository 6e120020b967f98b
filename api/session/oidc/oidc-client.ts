import * as client from 'openid-client';
import type { AppSettings } from '../../api-deps.ts';

export type OidcSettings = Pick<
  AppSettings,
  'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_USERNAME_CLAIM' | 'PUBLIC_URL'
>;

/** What only the browser that has begun can show when it comes back. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export const callbackPath = '/v1/session/oidc/callback';

/** Seconds that the provider may take for an answer. */
const timeout = 5;

/** The provider that the settings name, or null. It is asked what it can do when somebody first signs in by it. */
export function createOidcClient(settings: OidcSettings) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', PUBLIC_URL = '' } = settings;
  if (OIDC_ISSUER === undefined) return null;
  const claim = settings.OIDC_USERNAME_CLAIM ?? 'preferred_username';
  const issuer = new URL(OIDC_ISSUER);
  let known: Promise<client.Configuration> | undefined;

  const configuration = (): Promise<client.Configuration> => {
    // In production the settings refuse a provider without https.
    const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    const asked = (known ??= client.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
      execute,
      timeout,
    }));
    asked.catch(() => (known = undefined));
    return asked;
  };

  return {
    /** Code flow with PKCE, state and nonce. */
    async begin(): Promise<{ url: URL; pending: PendingSignIn }> {
      const config = await configuration();
      const codeVerifier = client.randomPKCECodeVerifier();
      const pending = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: new URL(callbackPath, PUBLIC_URL).href,
        scope: 'openid profile email',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url, pending };
    },

    /**
     * What the provider says of whoever comes back.
     *
     * @param search the query of the address that they came back to
     * @returns the user name, or null when the provider tells none that may be believed; and how they proved themselves
     * @throws Error when the answer is not the one to what was begun, or was altered, or the provider refused
     */
    async finish(search: string, { state, nonce, codeVerifier }: PendingSignIn) {
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, new URL(callbackPath + search, PUBLIC_URL), {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier },
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider sent no ID token');
      const told = claim in claims ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
      const { amr } = claims;
      return { username: usernameIn(told, claim), amr: Array.isArray(amr) ? amr.map(String) : [] };
    },
  };
}

/** Anybody can enter any address at some providers: one that was not verified is nobody's. */
function usernameIn(claims: Record<string, unknown>, claim: string): string | null {
  const username = claims[claim];
  if (typeof username !== 'string' || (claim === 'email' && claims['email_verified'] !== true)) return null;
  return username.trim().toLowerCase();
}
