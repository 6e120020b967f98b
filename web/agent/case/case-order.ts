import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, api, type Complaint } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { keys } from '../../api/query-keys.ts';

/** What one can have a case do. */
export type CaseOrder =
  | { name: 'acknowledge' | 'resume' }
  | { name: 'resolve' | 'escalate' | 'ask' | 'reopen'; text: string }
  | { name: 'reassign'; text: string; agentId: string | null }
  | { name: 'merge'; intoId: string };

interface Params {
  path: { id: string };
  header: { 'idempotency-key': string; 'if-match': string };
}

function call(order: CaseOrder, params: Params) {
  switch (order.name) {
    case 'acknowledge':
      return api.POST('/v1/complaints/{id}/acknowledge', { params });
    case 'resume':
      return api.POST('/v1/complaints/{id}/resume', { params });
    case 'resolve':
      return api.POST('/v1/complaints/{id}/resolve', { params, body: { resolution: order.text } });
    case 'escalate':
      return api.POST('/v1/complaints/{id}/escalate', { params, body: { reason: order.text } });
    case 'ask':
      return api.POST('/v1/complaints/{id}/ask', { params, body: { message: order.text } });
    case 'reopen':
      return api.POST('/v1/complaints/{id}/reopen', { params, body: { reason: order.text } });
    case 'reassign': {
      const whom = order.agentId === null ? {} : { agentId: order.agentId };
      return api.POST('/v1/complaints/{id}/reassign', { params, body: { reason: order.text, ...whom } });
    }
    case 'merge':
      return api.POST('/v1/complaints/{id}/merge', { params, body: { intoId: order.intoId } });
  }
}

/** The same key for the same wish: sent again after a broken line, it is done once. Another wish has another key. */
export function useWishKey(): (wish: unknown) => string {
  const last = useRef({ wish: '', key: '' });
  return (wish) => {
    const said = JSON.stringify(wish);
    if (last.current.wish !== said) last.current = { wish: said, key: crypto.randomUUID() };
    return last.current.key;
  };
}

/**
 * Has a case do something, on the condition that it is still as one sees it. Whatever comes of it, the case is read
 * anew: a refusal means that it has changed.
 */
export function useCaseOrder(complaint: Pick<Complaint, 'id' | 'number' | 'version'>) {
  const client = useQueryClient();
  const keyOf = useWishKey();
  const { id, number, version } = complaint;
  return useMutation({
    mutationFn: (order: CaseOrder) => {
      const header = { 'idempotency-key': keyOf({ order, version }), 'if-match': `"${version}"` };
      return answer<{ complaint: Complaint }>(call(order, { path: { id }, header }));
    },
    onSuccess: ({ complaint: changed }) => {
      for (const name of [id, number]) client.setQueryData(keys.complaint(name), changed);
    },
    onSettled: (_, error) => {
      if (isProblem(error, 'offline')) return undefined;
      return Promise.all(
        [keys.complaint(id), keys.complaint(number), keys.complaints].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
