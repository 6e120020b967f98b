import { useSyncExternalStore } from 'react';

/** Whether the server has said that nobody is signed in (any more). */
let ended = false;
const listeners = new Set<() => void>();

export function sayWhetherEnded(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
