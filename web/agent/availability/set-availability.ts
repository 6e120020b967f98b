import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export function useSetAvailability(agentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['AvailabilityChange']) =>
      answer(api.PUT('/v1/agents/{id}/availability', { params: { path: { id: agentId } }, body })),
    // With a handover the inbox empties too.
    onSuccess: () =>
      Promise.all([keys.desk, keys.complaints].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
