/** What the server has written into the page for this visit. */
function fact(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="giliran-${name}"]`)?.content ?? '';
}

/** Whether the browser brought a session along; in development, where the page is not served by the API, perhaps. */
export const mayHaveSession = fact('session') !== 'false';

/** Whether this is the demo desk, whose logins everybody may know. */
export const isDemo = fact('demo') === 'true';

/** Whether one can sign in with an account of the organisation. */
export const offersOidc = fact('oidc') === 'true';
