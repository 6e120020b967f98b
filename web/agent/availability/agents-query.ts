import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export type Agent = Schemas['Agent'];

/** The agents of one's own desk, and who of them is there. */
export function useAgents() {
  return useQuery({
    queryKey: [...keys.desk, 'agents'],
    queryFn: async () => (await answer(api.GET('/v1/agents'))).items,
  });
}

export function useAgent(agentId: string): Agent | undefined {
  return useAgents().data?.find(({ id }) => id === agentId);
}
