import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { agentsKey, type Agent } from './agents-query.ts';

export function useSetAvailability(agentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['AvailabilityChange']) =>
      answer(api.PUT('/v1/agents/{id}/availability', { params: { path: { id: agentId } }, body })),
    onSuccess: ({ agent }) => {
      // The rotation has it and makes it in a moment: what is read now may still be as before, the answer is as it will be.
      client.setQueryData<Agent[]>(agentsKey, (agents) => agents?.map((one) => (one.id === agent.id ? agent : one)));
      // With a handover the inbox empties too.
      return client.invalidateQueries({ queryKey: keys.complaints });
    },
  });
}
