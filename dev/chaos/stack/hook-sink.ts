import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint does with a call: this status, hanging up, or saying nothing. */
type HookManner = number | 'hangUp' | 'saysNothing';

export interface HookSink {
  url: string;
  /** Ids of deliveries that were answered 2xx, each as often as it came. */
  taken: string[];
  manner: () => HookManner;
  misbehaved: number;
  close: () => Promise<void>;
}

/** A webhook's receiver on loopback that can be told to misbehave. */
export async function startHookSink(): Promise<HookSink> {
  const state: Omit<HookSink, 'url' | 'close'> = { taken: [], manner: () => 204, misbehaved: 0 };
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const manner = state.manner();
      if (manner !== 204) state.misbehaved += 1;
      if (manner === 'saysNothing') return;
      if (manner === 'hangUp') return void request.socket.destroy();
      if (manner < 300) state.taken.push(String(request.headers['giliran-delivery']));
      response.writeHead(manner).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/hook`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
