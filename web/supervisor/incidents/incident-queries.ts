import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWishKey } from '../../agent/case/case-order.ts';
import { allPages } from '../../api/all-pages.ts';
import { answer, api, type Complaint, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { openStatuses } from '../../shared/case-groups.ts';

export type Incident = Schemas['Incident'];

export function useIncidents(status: Incident['status']) {
  return useQuery({
    queryKey: [...keys.incidents, 'all', status],
    queryFn: () =>
      allPages((cursor) =>
        answer(api.GET('/v1/incidents', { params: { query: { status, limit: 100, ...(cursor ? { cursor } : {}) } } })),
      ),
  });
}

/** The linked cases, as far as they are there yet. */
export function useLinkedCases({ complaints = [] }: Incident): Complaint[] {
  return useQueries({
    queries: complaints.map(({ id }) => ({
      queryKey: keys.complaint(id),
      queryFn: async () => (await answer(api.GET('/v1/complaints/{id}', { params: { path: { id } } }))).complaint,
    })),
  }).flatMap(({ data }) => data ?? []);
}

/** Open cases of the system that are in no incident: those with these words, or else those that look alike. */
export function useLinkable({ id, systemId }: Incident, words: string) {
  return useQuery({
    queryKey: [...keys.incidents, id, 'linkable', words],
    queryFn: async () => {
      if (words === '') {
        const { items } = await answer(api.GET('/v1/incidents/{id}/suggestions', { params: { path: { id } } }));
        return items.map(({ complaint }) => complaint);
      }
      const query = { q: words, systemId, limit: 30 };
      return (await answer(api.GET('/v1/complaints', { params: { query } }))).items;
    },
    select: (items) =>
      items.filter(({ incidentId, status }) => incidentId === undefined && openStatuses.includes(status)).slice(0, 8),
  });
}

export type IncidentOrder =
  | { name: 'open'; systemId: string; title: string; notice: string }
  | { name: 'change'; id: string; version: number; title: string; notice: string }
  | { name: 'link' | 'unlink'; id: string; version: number; complaintId: string }
  | { name: 'resolve'; id: string; resolution: string };

function call(order: IncidentOrder, key: string) {
  const header = { 'idempotency-key': key };
  switch (order.name) {
    case 'open': {
      const { systemId, title, notice } = order;
      const body = { systemId, title, ...(notice.trim() ? { notice } : {}) };
      return api.POST('/v1/incidents', { params: { header }, body });
    }
    case 'change': {
      const { id, notice, title, version } = order;
      const params = { path: { id }, header: { ...header, 'if-match': `"${version}"` } };
      return api.PATCH('/v1/incidents/{id}', { params, body: { title, notice: notice.trim() ? notice : null } });
    }
    case 'link': {
      const params = { path: { id: order.id }, header };
      return api.POST('/v1/incidents/{id}/cases', { params, body: { complaintIds: [order.complaintId] } });
    }
    case 'unlink': {
      const path = { id: order.id, complaintId: order.complaintId };
      return api.DELETE('/v1/incidents/{id}/cases/{complaintId}', { params: { path, header } });
    }
    case 'resolve': {
      const params = { path: { id: order.id }, header };
      return api.POST('/v1/incidents/{id}/resolve', { params, body: { resolution: order.resolution } });
    }
  }
}

/** Opens an incident, or does something with one. The same wish, sent again, is done once. */
export function useIncidentOrder() {
  const client = useQueryClient();
  const keyOf = useWishKey();
  return useMutation({
    mutationFn: (order: IncidentOrder) => answer<{ incident: Incident }>(call(order, keyOf(order))),
    onSuccess: ({ incident }) => client.setQueryData([...keys.incidents, incident.id], incident),
    onSettled: () =>
      // Every case may have changed with it.
      Promise.all(
        [keys.incidents, keys.complaints, ['complaint']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
