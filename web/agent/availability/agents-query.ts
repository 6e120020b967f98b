import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export type Agent = Schemas['Agent'];

export const agentsKey = [...keys.desk, 'agents'];

/** Absences that end by themselves, and full hands that become free, come without an event of one's own; milliseconds. */
export const rotationEveryMs = 15_000;

/** The agents of one's own desk, and who of them is there. */
export function useAgents() {
  return useQuery({
    queryKey: agentsKey,
    queryFn: async () => (await answer(api.GET('/v1/agents'))).items,
    refetchInterval: rotationEveryMs,
  });
}

export function useAgent(agentId: string): Agent | undefined {
  return useAgents().data?.find(({ id }) => id === agentId);
}
