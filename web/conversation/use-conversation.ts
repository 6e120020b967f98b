import { useQueries } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { answer, api, type Complaint } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { conversationItems, type ConversationItem } from './conversation-items.ts';

/** Under which names the parts of a case's conversation are kept; they go out of date with the case. */
export const conversationKeys = {
  messages: (id: string) => [...keys.complaint(id), 'messages'],
  timeline: (id: string) => [...keys.complaint(id), 'timeline'],
};

const limit = 100;

function pathTo(id: string, cursor: string | undefined) {
  return { params: { path: { id }, query: { limit, ...(cursor ? { cursor } : {}) } } };
}

const messagesOf = (id: string) => ({
  queryKey: conversationKeys.messages(id),
  queryFn: () => allPages((cursor) => answer(api.GET('/v1/complaints/{id}/messages', pathTo(id, cursor)))),
});

const timelineOf = (id: string) => ({
  queryKey: conversationKeys.timeline(id),
  queryFn: () => allPages((cursor) => answer(api.GET('/v1/complaints/{id}/timeline', pathTo(id, cursor)))),
});

interface Conversation {
  /** Undefined while it is not known yet. */
  items: ConversationItem[] | undefined;
  error: unknown;
  refetch: () => void;
}

/**
 * What was said and what happened in a case, live. `formerIds` are cases that were merged into it and whose course belongs
 * to the same conversation.
 */
export function useConversation({ id, reports = [] }: Complaint, formerIds: readonly string[] = []): Conversation {
  const ids = [...formerIds.filter((former) => former !== id), id];
  const messages = useQueries({ queries: ids.map(messagesOf) });
  const timelines = useQueries({ queries: ids.map(timelineOf) });
  const all = [...messages, ...timelines];
  const isKnown = all.every(({ data }) => data !== undefined);
  return {
    items: isKnown
      ? conversationItems({
          reports,
          messages: messages.flatMap(({ data }) => data ?? []),
          timeline: timelines.flatMap(({ data }) => data ?? []),
        })
      : undefined,
    error: all.find(({ error }) => error)?.error ?? null,
    refetch: () => all.forEach((query) => void query.refetch()),
  };
}
