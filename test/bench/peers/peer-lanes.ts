// The peers of `npm run bench`: ticket systems that people run today, on the same machine in the same run.
//
// What is compared: one complaint from its creation to its resolution, each step one request to the peer's own REST API,
// over connections that are kept, by agents who have signed in once. The creations of a round come first and are timed
// for themselves, then each ticket is taken and opened, then resolved. CPU is that of all processes of the peer and of
// its database. PostgreSQL is the one of the project, with the same settings and just as durable.
//
// What is not: the peers do other work for a ticket. RT runs its scrips and writes a transaction for every change, and
// its permissions are finer; django-helpdesk renders its mails. Neither has a rotation out of the box (whoever takes the
// ticket has it) or attaches a repeated complaint to the one that is being handled, which is what this project is about.
//
// In the peers' favour: `rt5` has its mail off altogether (no scrip that only prepares mail runs) and its agents use
// sessions, which RT looks up, where a token or a password costs a bcrypt with each request; take and open are one request
// where the API can do both; there are as many server processes as connections; and connections are kept.
// `rt5-as-installed` is the same RT as Debian and its manual leave it: all scrips, mail dropped instead of sent, tokens.
import { startHelpdesk } from './helpdesk/helpdesk-lane.ts';
import type { LaneStart } from '../bench-types.ts';
import type { PeerOptions } from './peer-options.ts';
import { startRt5, startRt5AsInstalled } from './rt5/rt5-lane.ts';

const starts = new Map<string, (options: PeerOptions) => Promise<LaneStart>>([
  ['rt5', startRt5],
  ['rt5-as-installed', startRt5AsInstalled],
  ['django-helpdesk', startHelpdesk],
]);

/** The names that `startPeerLanes` knows. */
export const peerNames: readonly string[] = [...starts.keys()];

/**
 * Starts the peers among the wanted lanes, one after the other. A peer that cannot be had on this machine, or does not
 * start, is skipped with the reason: the other lanes say as much without it.
 *
 * @param wanted names of lanes; those that are no peer's are left out of the answer
 */
export async function startPeerLanes(
  wanted: string[],
  options: PeerOptions,
): Promise<{ name: string; start: LaneStart }[]> {
  const lanes: { name: string; start: LaneStart }[] = [];
  for (const name of wanted) {
    const start = starts.get(name);
    if (!start) continue;
    const failed = (error: unknown): LaneStart => ({ skipped: error instanceof Error ? error.message : String(error) });
    lanes.push({ name, start: await start(options).catch(failed) });
  }
  return lanes;
}
