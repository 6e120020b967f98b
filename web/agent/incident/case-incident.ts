import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Complaint } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useWishKey } from '../case/case-order.ts';

/** Open incidents of a system: what a case of it may be part of. */
export function useOpenIncidents(systemId: string) {
  return useQuery({
    queryKey: [...keys.incidents, 'open', systemId],
    queryFn: async () =>
      (await answer(api.GET('/v1/incidents', { params: { query: { status: 'open', systemId, limit: 10 } } }))).items,
  });
}

export function useIncident(id: string | undefined) {
  return useQuery({
    queryKey: [...keys.incidents, id],
    queryFn: async () => (await answer(api.GET('/v1/incidents/{id}', { params: { path: { id: id ?? '' } } }))).incident,
    enabled: id !== undefined,
  });
}

/** Lets a case wait with an incident, or be on its own again. */
export function useIncidentLink({ id: complaintId, number }: Complaint) {
  const client = useQueryClient();
  const keyOf = useWishKey();
  return useMutation({
    mutationFn: (wish: { incidentId: string; linked: boolean; version: number }) => {
      const { incidentId: id, linked } = wish;
      const header = { 'idempotency-key': keyOf(wish) };
      return linked
        ? answer(
            api.POST('/v1/incidents/{id}/cases', {
              params: { path: { id }, header },
              body: { complaintIds: [complaintId] },
            }),
          )
        : answer(
            api.DELETE('/v1/incidents/{id}/cases/{complaintId}', { params: { path: { id, complaintId }, header } }),
          );
    },
    onSettled: () =>
      Promise.all(
        [keys.complaint(complaintId), keys.complaint(number), keys.complaints, keys.incidents].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
