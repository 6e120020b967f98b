import { connect } from 'node:net';

const connectTimeoutMs = 5_000;

/**
 * Fails within 5 s when a download host cannot be reached, so that the next way is tried instead of a long wait.
 * Behind an HTTPS proxy it is the proxy that must answer.
 */
export async function assertReachable(host: string, port = 443, timeoutMs = connectTimeoutMs): Promise<void> {
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  const target = proxy ? hostAndPort(proxy) : { host, port };
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ ...target, autoSelectFamily: true });
    const timer = setTimeout(() => done(new Error(`no connection within ${timeoutMs / 1000} s`)), timeoutMs);
    const done = (error?: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      socket.destroy();
      if (error) reject(new Error(`${host} cannot be reached (${error.code ?? error.message})`));
      else resolve();
    };
    socket.once('connect', () => done());
    socket.once('error', done);
  });
}

function hostAndPort(proxy: string): { host: string; port: number } {
  const url = new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  return { host: url.hostname, port: Number(url.port || 80) };
}
