import { useQuery } from '@tanstack/react-query';
import { answer, api, type Complaint } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';

/** A case by its id or number, live; one that was merged leads to the one as which it goes on. */
export function useComplaint(id: string, known?: Complaint) {
  return useQuery({
    queryKey: keys.complaint(id),
    queryFn: async () => (await answer(api.GET('/v1/complaints/{id}', { params: { path: { id } } }))).complaint,
    ...(known ? { initialData: known } : {}),
  });
}
