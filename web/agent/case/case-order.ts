import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, api, type Complaint, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { keys } from '../../api/query-keys.ts';
import { useUser } from '../../session/session.ts';
import { randomKey } from '../../shared/random-key.ts';
import { asSeen, type Seen } from './as-seen.ts';

/** What one can have a case do. */
export type CaseOrder =
  | { name: 'acknowledge' | 'resume' }
  | { name: 'resolve' | 'escalate' | 'ask' | 'reopen'; text: string }
  | { name: 'reassign'; text: string; agentId: string | null }
  | { name: 'merge'; intoId: string }
  | { name: 'correct'; correction: Schemas['Correction'] };

/** `sameProblem`: after a correction, another case of exactly the corrected problem. */
export type OrderAnswer = { complaint: Complaint } & Pick<Schemas['CorrectionAnswer'], 'sameProblem'>;

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
    case 'correct':
      return api.PATCH('/v1/complaints/{id}', { params, body: order.correction });
  }
}

/** The same key for the same wish: sent again after a broken line, it is done once. Another wish has another key. */
export function useWishKey(): (wish: unknown) => string {
  const last = useRef({ wish: '', key: '' });
  return (wish) => {
    const said = JSON.stringify(wish);
    if (last.current.wish !== said) last.current = { wish: said, key: randomKey() };
    return last.current.key;
  };
}

interface OrderOptions {
  /** The case as it was when one began to decide; else as it is shown. */
  seen?: Seen;
  /** The case as it has become, when that is why it was refused. */
  onRefused?: (complaint: Complaint) => void;
}

/** Has a case do something, on the condition that it is still as one has seen it. */
export function useCaseOrder(shown: Complaint, { seen = shown, onRefused }: OrderOptions = {}) {
  const { id, number } = shown;
  const { id: userId } = useUser();
  const client = useQueryClient();
  const keyOf = useWishKey();
  const show = (complaint: Complaint) => {
    for (const name of [id, number]) client.setQueryData(keys.complaint(name), complaint);
  };
  return useMutation({
    mutationFn: (order: CaseOrder) =>
      asSeen({ complaintId: id, seen, shown, userId }, (version) => {
        const header = { 'idempotency-key': keyOf({ order, version }), 'if-match': `"${version}"` };
        return answer<OrderAnswer>(call(order, { path: { id }, header }));
      }),
    onSuccess: ({ complaint }) => {
      show(complaint);
      for (const queryKey of [keys.complaint(id), keys.complaint(number), keys.complaints]) {
        void client.invalidateQueries({ queryKey });
      }
    },
    onError: async (error) => {
      if (!isProblem(error) || ![403, 409, 412].includes(error.facts.status)) return;
      const { complaint } = await answer(api.GET('/v1/complaints/{id}', { params: { path: { id } } }));
      show(complaint);
      onRefused?.(complaint);
      for (const queryKey of [keys.complaint(id), keys.complaints]) void client.invalidateQueries({ queryKey });
    },
  });
}
