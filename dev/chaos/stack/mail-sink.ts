import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { openTcpGate } from './tcp-gate.ts';
import type { ReceivedMail } from '../check/observations.ts';

/** What the server does with a mail: takes it, says no with this code, takes it and hangs up, or says nothing. */
export type MailManner = 'take' | 'hangUpAfterData' | 'saysNothing' | number;

export interface MailSink {
  url: string;
  received: ReceivedMail[];
  /** Asked for each mail. */
  manner: () => MailManner;
  /** How often something else than `take` was done. */
  misbehaved: number;
  /** Nobody listens any more, until `open`. */
  shut: () => Promise<void>;
  open: () => Promise<void>;
  close: () => Promise<void>;
}

type Manners = Pick<MailSink, 'received' | 'manner' | 'misbehaved'>;

/** A real mail server on loopback that can be told to misbehave. */
export async function startMailSink(): Promise<MailSink> {
  const state: Manners = { received: [], manner: () => 'take', misbehaved: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const manner = state.manner();
        if (manner !== 'take') state.misbehaved += 1;
        if (typeof manner === 'number') return done(Object.assign(new Error('not now'), { responseCode: manner }));
        if (manner === 'saysNothing') return;
        const messageId = /^Message-ID:\s*<([^@>]+)@/im.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        state.received.push({ messageId, to });
        if (manner === 'take') return done();
        for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
          if (connection.id === session.id) connection._socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const gate = await openTcpGate({ host: '127.0.0.1', port });
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${gate.port}`,
    shut: gate.shut,
    open: gate.open,
    close: async () => {
      await gate.shut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
