import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server treats the next mail; `ok` when nothing is queued. */
type MailFault = 'ok' | 'dropAfterData' | 'slow' | number;

export interface TestMailServer {
  url: string;
  /** Whole mails that were taken, also those about which nothing was said. */
  received: string[];
  /** One for each mail to come. */
  faults: MailFault[];
  /** Refuses recipients with this code, as long as it is set. */
  refuseRecipient: number | null;
  close(): Promise<void>;
}

/**
 * A real mail server on the loopback interface that can be told to fail.
 *
 * @param refusesLogins it demands one, and repeats what it was sent while refusing it
 */
export async function startMailServer({ refusesLogins = false } = {}): Promise<TestMailServer> {
  const state: Omit<TestMailServer, 'url' | 'close'> = { received: [], faults: [], refuseRecipient: null };
  const server = new SMTPServer({
    authOptional: !refusesLogins,
    allowInsecureAuth: true,
    disabledCommands: refusesLogins ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth({ password, username }, _session, done) {
      done(new Error(`no ${username} with ${password} here`));
    },
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (state.refuseRecipient === null) return done();
      done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: state.refuseRecipient }));
    },
    onData(stream, _session, done) {
      const fault = state.faults.shift() ?? 'ok';
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (typeof fault === 'number') return done(Object.assign(new Error('not now'), { responseCode: fault }));
        if (fault === 'slow') return;
        state.received.push(Buffer.concat(chunks).toString('utf8'));
        if (fault === 'ok') return done();
        for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
          connection._socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** The value of a header of a mail, unfolded. */
export function headerOf(mail: string, name: string): string | undefined {
  const head = (mail.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}
