import { useSyncExternalStore } from 'react';

/** Whether the server has said that nobody is signed in (any more). */
let ended = false;
/** How often somebody has signed in since the page was loaded. */
let signIns = 0;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const listener of listeners) listener();
}

/** To be asked when a call begins: which session it was made in. */
export const sessionNow = (): number => signIns;

/** A call that began in the session `of` was refused since nobody was signed in; of an earlier session it says nothing. */
export function saySessionEnded(of: number): void {
  if (of === signIns) set(true);
}

export function saySignedIn(): void {
  signIns += 1;
  set(false);
}

export const hasSessionEnded = (): boolean => ended;

export function useSessionEnded(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, hasSessionEnded);
}
