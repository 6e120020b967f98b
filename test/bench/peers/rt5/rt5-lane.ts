import type { LaneStart } from '../../bench-types.ts';
import type { PeerOptions } from '../peer-options.ts';
import { startTicketLane } from '../ticket-lane.ts';
import type { TicketRecord } from '../ticket-round.ts';
import { signInAgent } from './rt5-client.ts';
import type { AgentProof } from './rt5-client.ts';
import { obtainRt5 } from './rt5-install.ts';
import { rt5Workers, startRt5Server } from './rt5-server.ts';

interface Rt5Variant {
  name: string;
  mail: 'off' | 'sink';
  proof: 'session' | 'token';
}

/** Request Tracker 5 of Debian on PostgreSQL, by its REST 2.0, at its best. */
export function startRt5(options: PeerOptions): Promise<LaneStart> {
  return startVariant(options, { name: 'rt5', mail: 'off', proof: 'session' });
}

/** The same as it is installed: its mail is prepared (and dropped), and the API is used by token, as its manual says. */
export function startRt5AsInstalled(options: PeerOptions): Promise<LaneStart> {
  return startVariant(options, { name: 'rt5-as-installed', mail: 'sink', proof: 'token' });
}

async function startVariant(options: PeerOptions, { name, mail, proof }: Rt5Variant): Promise<LaneStart> {
  const installed = await obtainRt5(options.say);
  if ('missing' in installed) return { skipped: installed.missing };
  const server = await startRt5Server(options, name, mail);
  const prove = (account: number): AgentProof =>
    proof === 'token' ? { token: server.agentTokens[account] ?? '' } : { password: server.agentPassword };
  return startTicketLane({
    name,
    version: installed.version,
    connections: rt5Workers,
    signIn: (index) => signInAgent(server.port, index, prove),
    census: async (subject) =>
      (JSON.parse(await server.query('ticket-census.pl', [subject])) as CensusRow[]).map(toRecord),
    pids: server.pids,
    end: server.end,
  });
}

interface CensusRow {
  id: number | string;
  status: string;
  owner: string;
  resolutions: number | string;
}

function toRecord({ id, status, owner, resolutions }: CensusRow): TicketRecord {
  return {
    id: Number(id),
    resolved: status === 'resolved',
    owned: owner.startsWith('agent'),
    resolutions: Number(resolutions),
  };
}
