import { useSyncExternalStore } from 'react';

const memory = 'giliran-keys';
const listeners = new Set<() => void>();

function areKeysOn(): boolean {
  return localStorage.getItem(memory) !== 'off';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(memory);
  else localStorage.setItem(memory, 'off');
  for (const listener of listeners) listener();
}

/** Whether single letters do something: who speaks to the computer, or types with a stick, may not want that. */
export function useKeysOn(): boolean {
  return useSyncExternalStore(subscribe, areKeysOn);
}
