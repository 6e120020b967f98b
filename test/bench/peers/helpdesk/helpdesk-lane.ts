import type { LaneStart } from '../../bench-types.ts';
import type { PeerOptions } from '../peer-options.ts';
import { startTicketLane } from '../ticket-lane.ts';
import type { TicketRecord } from '../ticket-round.ts';
import { signInAgent } from './helpdesk-client.ts';
import { helpdeskVersion, obtainHelpdesk } from './helpdesk-install.ts';
import { helpdeskThreads, startHelpdeskServer } from './helpdesk-server.ts';

/** django-helpdesk on PostgreSQL, by its REST API. Its PATCH reads all tickets that the agent may see, so it slows down. */
export async function startHelpdesk(options: PeerOptions): Promise<LaneStart> {
  const installed = await obtainHelpdesk(options.say);
  if ('missing' in installed) return { skipped: installed.missing };
  const server = await startHelpdeskServer(options, installed.path);
  return startTicketLane({
    name: 'django-helpdesk',
    version: helpdeskVersion,
    connections: helpdeskThreads,
    signIn: (index) => signInAgent(server.port, index, server.agentPassword),
    census: async (subject) => JSON.parse(await server.query('ticket_census.py', [subject])) as TicketRecord[],
    pids: server.pids,
    end: server.end,
  });
}
