import { useQueries, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { openStatuses } from '../../shared/case-groups.ts';
import { tiers, useRotation } from './rotation-query.ts';

/** As many as one takes in at a glance. */
const shown = 5;

/** Cases that are over time. */
export function useOverdue() {
  const { data = [], ...rest } = useQuery({
    queryKey: [...keys.complaints, 'overdue'],
    queryFn: async () =>
      (await answer(api.GET('/v1/complaints', { params: { query: { overdue: 'true', limit: 100 } } }))).items,
    select: (items) => items.filter(({ status }) => openStatuses.includes(status)),
  });
  return { ...rest, cases: data.slice(0, shown), count: data.length };
}

/** Cases for which no agent has a turn, longest first. */
export function useWaiting(deskId: string) {
  const [one, two] = tiers;
  const waiting = [useRotation(deskId, one).data, useRotation(deskId, two).data]
    .flatMap((rotation) => rotation?.waiting ?? [])
    .toSorted((first, second) => first.since.localeCompare(second.since));
  const cases = useQueries({
    queries: waiting.slice(0, shown).map(({ complaintId: id }) => ({
      queryKey: keys.complaint(id),
      queryFn: async () => (await answer(api.GET('/v1/complaints/{id}', { params: { path: { id } } }))).complaint,
    })),
  });
  return { cases: cases.flatMap(({ data }) => data ?? []), count: waiting.length };
}
