import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on loopback that can be shut, or held as soon as something certain is about to go through. */
export interface TcpGate {
  port: number;
  /** Refuses and cuts every connection, until `open`. */
  shut: () => Promise<void>;
  open: () => Promise<void>;
  /** Settles when bytes that match were about to go to the server; they and all behind them wait on their connection. */
  catch: (matches: (bytes: Buffer) => boolean) => Promise<void>;
  /** Lets what was caught go on its way. */
  letGo: () => void;
}

/** Opens a gate on a free port; shut it at the end. */
export async function openTcpGate(target: { host: string; port: number }): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  let trap: { matches: (bytes: Buffer) => boolean; caught: () => void } | null = null;
  const server = createServer((inner) => {
    const outer = connect(target);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        inner.destroy();
        outer.destroy();
      });
    }
    outer.on('data', (bytes) => inner.write(bytes));
    inner.on('data', (bytes) => {
      if (!trap?.matches(bytes)) return void outer.write(bytes);
      inner.pause();
      held.push(() => {
        outer.write(bytes);
        inner.resume();
      });
      trap.caught();
      trap = null;
    });
  });
  const open = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    open: () => open(port),
    shut: async () => {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    catch: (matches) =>
      new Promise((caught) => {
        trap = { matches, caught };
      }),
    letGo: () => {
      for (const go of held.splice(0)) go();
    },
  };
}
