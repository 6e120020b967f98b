import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useWishKey } from '../case/case-order.ts';

export type OfficeServer = Schemas['OfficeServer'];

/** Others' sessions come without an event of one's own. */
const everyMs = 15_000;

/** The servers of an office, or of all: who is on them, and who waits. */
export function useOfficeServers(officeId?: string) {
  return useQuery({
    queryKey: [...keys.servers, officeId ?? 'all'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/v1/office-servers', {
            params: { query: { limit: 100, ...(officeId ? { officeId } : {}), ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
    refetchInterval: everyMs,
  });
}

/** One session, also after it has ended. */
export function useServerSession(id: string, sessionId: string | undefined) {
  return useQuery({
    queryKey: [...keys.servers, id, 'session', sessionId],
    queryFn: async () => {
      const path = { id, sessionId: sessionId ?? '' };
      return (await answer(api.GET('/v1/office-servers/{id}/sessions/{sessionId}', { params: { path } }))).session;
    },
    enabled: sessionId !== undefined,
  });
}

export type SessionOrder =
  | { name: 'request'; complaintId: string; minutes: number }
  | { name: 'extend'; sessionId: string; minutes: number }
  | { name: 'end'; sessionId: string; reason?: string };

/** Asks for a session on a server, makes it longer, or ends it. */
export function useSessionOrder(id: string) {
  const client = useQueryClient();
  const keyOf = useWishKey();
  return useMutation({
    mutationFn: async (order: SessionOrder): Promise<void> => {
      const header = { 'idempotency-key': keyOf(order) };
      if (order.name === 'request') {
        const { complaintId, minutes } = order;
        const params = { path: { id }, header };
        await answer(api.POST('/v1/office-servers/{id}/sessions', { params, body: { complaintId, minutes } }));
        return;
      }
      const path = { id, sessionId: order.sessionId };
      if (order.name === 'extend') {
        const body = { minutes: order.minutes };
        const params = { path, header };
        await answer(api.POST('/v1/office-servers/{id}/sessions/{sessionId}/extend', { params, body }));
        return;
      }
      const query = order.reason === undefined ? {} : { reason: order.reason };
      await answer(api.DELETE('/v1/office-servers/{id}/sessions/{sessionId}', { params: { path, query } }));
    },
    onSettled: (_, error, order) => {
      // What has been done may be wished again: for ten more minutes, after the next ten.
      if (!error) keyOf({ done: order });
      return client.invalidateQueries({ queryKey: keys.servers });
    },
  });
}

/** The file with which a remote desktop connects, saved to the computer. */
export function useConnectionFile(id: string) {
  return useMutation({
    mutationFn: async (sessionId: string) => {
      const params = { path: { id, sessionId } };
      const file = await answer<unknown>(
        api.GET('/v1/office-servers/{id}/sessions/{sessionId}/connection', { params, parseAs: 'blob' }),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as Blob);
      link.download = `${id}.rdp`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
}
