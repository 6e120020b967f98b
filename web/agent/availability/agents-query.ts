import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export type Agent = Schemas['Agent'];

export const agentsKey = [...keys.desk, 'agents'];

/** Rotations have no live events of their own; milliseconds. */
const everyMs = 15_000;

/** The agents of one's own desk, and who of them is there. */
export function useAgents() {
  return useQuery({
    queryKey: agentsKey,
    queryFn: async () => (await answer(api.GET('/v1/agents'))).items,
    refetchInterval: everyMs,
  });
}

export function useAgent(agentId: string): Agent | undefined {
  return useAgents().data?.find(({ id }) => id === agentId);
}
