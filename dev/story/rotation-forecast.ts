/** What GET /v1/desks/:id/rotations/:tier says, as far as the story needs it. */
export interface RotationRead {
  seq: number;
  nextAgentId: string | null;
  roster: { agentId: string; availability: string; openCases: number; capacity: number }[];
}

/**
 * Who gets the next turns: from the agent who is next, around the roster, over those who are available and have room.
 * The story's own cases take room, so an agent may come up again only while there is some left.
 */
export function forecast({ nextAgentId, roster }: RotationRead, turns: number): string[] {
  const room = new Map(roster.map(({ agentId, openCases, capacity }) => [agentId, capacity - openCases]));
  const eligible = (agentId: string, availability: string): boolean =>
    availability === 'available' && (room.get(agentId) ?? 0) > 0;
  const expected: string[] = [];
  let at = Math.max(
    0,
    roster.findIndex(({ agentId }) => agentId === nextAgentId),
  );
  for (let skipped = 0; expected.length < turns && skipped <= roster.length; at += 1) {
    const agent = roster[at % roster.length];
    if (!agent || !eligible(agent.agentId, agent.availability)) {
      skipped += 1;
      continue;
    }
    skipped = 0;
    expected.push(agent.agentId);
    room.set(agent.agentId, (room.get(agent.agentId) ?? 0) - 1);
  }
  return expected;
}
