import type { LaneStart } from '../bench-types.ts';
import { runTicketRound } from './ticket-round.ts';
import type { TicketDesk } from './ticket-round.ts';

export interface TicketLane extends TicketDesk {
  name: string;
  version: string;
  end: () => Promise<void>;
}

/** Tickets for each connection before the first round, so that each process of the server has its code and caches. */
const warmUp = 5;

/** The lane of a peer that runs; it is warm when this returns, and ended when this throws. */
export async function startTicketLane({ name, version, end, ...desk }: TicketLane): Promise<LaneStart> {
  try {
    await runTicketRound(desk, { round: 0, cases: warmUp * desk.connections, parallel: desk.connections });
  } catch (error) {
    await end();
    throw error;
  }
  return {
    lane: {
      name,
      run: async (round) => {
        const result = await runTicketRound(desk, round);
        return { ...result, noted: { ...result.noted, version } };
      },
      end,
    },
  };
}
