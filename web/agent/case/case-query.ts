import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

/** One case, by its id or its number. */
export function useCase(id: string) {
  return useQuery({
    queryKey: keys.complaint(id),
    queryFn: async () => (await answer(api.GET('/v1/complaints/{id}', { params: { path: { id } } }))).complaint,
  });
}
