import { useEffect, useRef } from 'react';

/** What each key does on what is shown now. */
export type KeyBindings = Record<string, () => void>;

const layers = new Set<{ current: KeyBindings }>();

/** As long as the component is shown. */
export function useKeys(bindings: KeyBindings): void {
  const layer = useRef(bindings);
  useEffect(() => {
    layer.current = bindings;
  });
  useEffect(() => {
    layers.add(layer);
    return () => void layers.delete(layer);
  }, []);
}

/** What all that is shown makes of the keys. */
export function boundKeys(): KeyBindings {
  return Object.assign({}, ...[...layers].map(({ current }) => current)) as KeyBindings;
}
