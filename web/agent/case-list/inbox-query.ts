import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { answer, api, type Complaint } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { workedStatuses } from '../../shared/case-groups.ts';

/** Everything that one has to do: the open cases that one has been given, in no order. */
export function useInbox(agentId: string) {
  return useQuery({
    queryKey: [...keys.complaints, 'inbox', agentId],
    queryFn: async (): Promise<Complaint[]> => {
      const lists = await Promise.all(
        workedStatuses.map((status) =>
          allPages((cursor) =>
            answer(
              api.GET('/v1/complaints', {
                params: { query: { agentId, status, limit: 100, ...(cursor ? { cursor } : {}) } },
              }),
            ),
          ),
        ),
      );
      // One that changes its state in between stands in two lists.
      return [...new Map(lists.flat().map((complaint) => [complaint.id, complaint])).values()];
    },
  });
}
