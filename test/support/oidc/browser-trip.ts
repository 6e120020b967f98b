/** A browser as far as redirects and cookies go: of each host it keeps what that host has set. */
export class BrowserTrip {
  readonly #cookies = new Map<string, Map<string, string>>();

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }

  async open(address: string | URL): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      const [name = '', ...value] = pair.split('=');
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    this.#cookies.set(host, jar);
    return response;
  }

  /** Follows redirects while they stay with this host; answers where it is led elsewhere. */
  async followWithin(address: string | URL): Promise<URL> {
    let at = new URL(address);
    const { host } = at;
    for (let step = 0; step < 10 && at.host === host; step += 1) {
      const response = await this.open(at);
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`${at.pathname} leads nowhere: ${response.status} ${await response.text()}`);
      at = new URL(location, at);
    }
    return at;
  }
}
