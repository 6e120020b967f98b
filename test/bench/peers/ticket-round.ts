import { randomUUID } from 'node:crypto';
import type { LaneResult, LaneRound } from '../bench-types.ts';
import { cpuSecondsOf } from '../stack/process-cost.ts';

/** One signed-in agent with a connection of its own. */
export interface TicketAgent {
  /** Answers the new ticket's number. */
  create: (subject: string, text: string) => Promise<number>;
  /** Makes this agent the owner and opens the ticket. */
  take: (ticket: number) => Promise<void>;
  resolve: (ticket: number) => Promise<void>;
  /** Ends the connection. */
  close: () => void;
}

/** What the peer's database holds of a ticket. */
export interface TicketRecord {
  id: number;
  resolved: boolean;
  owned: boolean;
  /** How often it has been resolved, by the peer's own record of changes. */
  resolutions: number;
}

export interface TicketDesk {
  /** At most so many agents work at once: a connection that is kept may hold one of the server's processes. */
  connections: number;
  signIn: (index: number) => Promise<TicketAgent>;
  /** All tickets whose subject begins so, read from the database. */
  census: (subject: string) => Promise<TicketRecord[]>;
  /** The processes whose CPU, with that of their descendants, is the peer's. */
  pids: () => number[];
}

/**
 * One round: all creations at the round's parallelism, or the desk's when that is less; then all take-overs, then all
 * resolutions. The latencies are those of the creations. Signing in and counting afterwards are not timed.
 *
 * @throws Error when not every ticket of the round is there once, owned, and resolved exactly once
 */
export async function runTicketRound(desk: TicketDesk, { round, cases, parallel }: LaneRound): Promise<LaneResult> {
  const subject = `Complaint ${randomUUID()}`;
  const seats = Math.min(parallel, desk.connections);
  const agents = await Promise.all(Array.from({ length: seats }, (_, index) => desk.signIn(index)));
  try {
    const latenciesMs: number[] = [];
    const indexes = Array.from({ length: cases }, (_, index) => index);
    const created = await measured(desk, () =>
      inParallel(agents, indexes, async (agent, index) => {
        const sent = performance.now();
        const ticket = await agent.create(`${subject} ${index}`, complaintText(round, index));
        latenciesMs.push(performance.now() - sent);
        return ticket;
      }),
    );
    const tickets = created.answer;
    const handled = await measured(desk, async () => {
      await inParallel(agents, tickets, (agent, ticket) => agent.take(ticket));
      await inParallel(agents, tickets, (agent, ticket) => agent.resolve(ticket));
    });
    checkCensus(tickets, await desk.census(subject));
    return {
      cases,
      seconds: created.seconds + handled.seconds,
      cpuSeconds: created.cpuSeconds + handled.cpuSeconds,
      latenciesMs,
      noted: {
        createdPerSecond: cases / created.seconds,
        createSeconds: created.seconds,
        createCpuSeconds: created.cpuSeconds,
        parallel: seats,
      },
    };
  } finally {
    for (const agent of agents) agent.close();
  }
}

interface Measured<Answer> {
  answer: Answer;
  seconds: number;
  cpuSeconds: number;
}

/** Reading /proc is not timed. */
async function measured<Answer>(desk: TicketDesk, work: () => Promise<Answer>): Promise<Measured<Answer>> {
  const cpuBefore = await cpuSecondsOf(desk.pids());
  const begin = performance.now();
  const answer = await work();
  const seconds = (performance.now() - begin) / 1000;
  return { answer, seconds, cpuSeconds: (await cpuSecondsOf(desk.pids())) - cpuBefore };
}

/** Each agent takes the next item as soon as it is free; the answers are in the order of the items. */
async function inParallel<Item, Answer>(
  agents: readonly TicketAgent[],
  items: readonly Item[],
  work: (agent: TicketAgent, item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = items.entries();
  const serve = async (agent: TicketAgent): Promise<void> => {
    for (const [index, item] of queue) answers[index] = await work(agent, item);
  };
  await Promise.all(agents.map(serve));
  return answers;
}

function complaintText(round: number, index: number): string {
  return (
    `The local server of office ${index % 123} does not answer since this morning (round ${round}). ` +
    'The counter cannot print receipts and people wait. Please look at it as soon as you can.'
  );
}

/** The oracle of a round. */
function checkCensus(tickets: readonly number[], found: readonly TicketRecord[]): void {
  const expected = new Set(tickets);
  if (expected.size !== tickets.length) throw new Error(`${tickets.length - expected.size} tickets share a number`);
  if (found.length !== tickets.length) throw new Error(`${tickets.length} tickets created, ${found.length} found`);
  for (const { id, resolved, owned, resolutions } of found) {
    if (!expected.has(id)) throw new Error(`ticket ${id} was never answered to the client`);
    if (!owned) throw new Error(`ticket ${id} has no owner`);
    if (!resolved || resolutions !== 1) {
      throw new Error(`ticket ${id} is ${resolved ? 'resolved' : 'not resolved'}, after ${resolutions} resolutions`);
    }
  }
}
