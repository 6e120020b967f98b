import type { RosterAgent, RotationState, TurnRequest } from './rotation-types.ts';

/** The part of a rotation that says who may take a case now. */
type Walk = Pick<RotationState, 'roster' | 'nextIndex' | 'defaultCapacity'>;

/** Open cases of each agent who has any, in this tier. Counted once and not for each agent: a desk may hold thousands. */
export type OpenCases = ReadonlyMap<string, number>;

export function openCasesOf({ assignments }: Pick<RotationState, 'assignments'>): Map<string, number> {
  const open = new Map<string, number>();
  for (const { agentId } of assignments) open.set(agentId, (open.get(agentId) ?? 0) + 1);
  return open;
}

/** How many open cases the agent may have at once. */
export function capacityOf({ defaultCapacity }: Pick<Walk, 'defaultCapacity'>, agent: RosterAgent): number {
  return agent.capacity ?? defaultCapacity;
}

export function hasRoom(walk: Walk, agent: RosterAgent, open: OpenCases): boolean {
  return agent.availability === 'available' && (open.get(agent.agentId) ?? 0) < capacityOf(walk, agent);
}

/** Whether anybody at all may take a case: without, nobody who waits has to be looked at. */
export function hasAnyRoom(walk: Walk, open: OpenCases): boolean {
  return walk.roster.some((agent) => hasRoom(walk, agent, open));
}

/** Index of the agent whose turn it would be for this request, or -1 when nobody may take it. */
export function nextEligibleIndex(walk: Walk, request: Pick<TurnRequest, 'excludedAgentIds'>, open: OpenCases): number {
  const size = walk.roster.length;
  for (let step = 0; step < size; step += 1) {
    const index = (walk.nextIndex + step) % size;
    const agent = walk.roster[index];
    if (agent && hasRoom(walk, agent, open) && !isBarred(walk, agent, request)) return index;
  }
  return -1;
}

/** An exclusion holds only while somebody else is there: otherwise the case would wait for a person who is at work. */
function isBarred(walk: Walk, agent: RosterAgent, request: Pick<TurnRequest, 'excludedAgentIds'>): boolean {
  const excluded = (agentId: string) => request.excludedAgentIds.includes(agentId);
  return (
    excluded(agent.agentId) &&
    walk.roster.some((other) => other.availability === 'available' && !excluded(other.agentId))
  );
}
