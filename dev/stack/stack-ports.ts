import { reservePorts, tryPort } from '../engines/port-memory.ts';
import type { PortReservation } from '../engines/port-memory.ts';
import { findPortOwner } from './port-owner.ts';
import { UserError } from './user-error.ts';

const preferredWebPort = 8080;
const names = ['web', 'temporal', 'temporalUi', 'store', 'postgres'] as const;
type PortName = (typeof names)[number];

/** Each port is held until `take` is called for it: nobody else gets it in between. */
export interface StackPorts {
  number: (name: PortName) => number;
  take: (...names: PortName[]) => Promise<void>;
}

/**
 * Ports of this instance: what was set, else what this data folder used before, else free ones.
 *
 * @throws UserError when PORT is set and taken
 */
export async function reserveStackPorts(dataDir: string, port: number | undefined): Promise<StackPorts> {
  const web = port === undefined ? undefined : await takeSetPort(port);
  const wishes = names
    .filter((name) => name !== 'web' || web === undefined)
    .map((name) => ({ name, preferred: name === 'web' ? preferredWebPort : undefined }));
  const reserved = await reservePorts(dataDir, wishes);
  if (web) reserved.set('web', web);
  return {
    number: (name) => reserved.get(name)?.port ?? 0,
    take: async (...wanted) => {
      await Promise.all(wanted.map(async (name) => reserved.get(name)?.release()));
    },
  };
}

async function takeSetPort(port: number): Promise<PortReservation> {
  const reservation = await tryPort(port);
  if (reservation) return reservation;
  const owner = await findPortOwner(port);
  throw new UserError(
    `Port ${port} (PORT) cannot be used: ${owner ? `${owner} listens on it` : 'it is taken, or needs more rights'}.`,
    'Stop that program, or set another PORT, or none: then a free one is picked.',
  );
}
