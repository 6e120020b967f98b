import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from './query-keys.ts';

/** Reads anew what an event has put out of date. */
function follow(client: QueryClient): () => void {
  const source = new EventSource('/v1/events');
  const outdated = (...queryKeys: readonly (readonly unknown[])[]) => {
    for (const queryKey of queryKeys) void client.invalidateQueries({ queryKey });
  };
  source.addEventListener('complaint', (event: MessageEvent<string>) => {
    const { id, number } = JSON.parse(event.data) as { id: string; number: string };
    outdated(keys.complaints, keys.complaint(id), keys.complaint(number), keys.desk);
  });
  source.addEventListener('notification', () => outdated(keys.notifications, keys.servers));
  source.addEventListener('reset', () => void client.invalidateQueries());
  source.addEventListener('error', () => {
    // Not a broken line, which the browser mends, but a refusal: probably the session has ended.
    if (source.readyState === EventSource.CLOSED) outdated(keys.session);
  });
  return () => source.close();
}

/** Live while somebody is signed in: the browser comes back by itself, and goes on after the last event it has seen. */
export function LiveEvents() {
  const client = useQueryClient();
  useEffect(() => follow(client), [client]);
  return null;
}
