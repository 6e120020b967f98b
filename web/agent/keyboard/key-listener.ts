import { useEffect } from 'react';
import { readKey } from './key-reader.ts';
import { boundKeys } from './use-keys.ts';

/** How long a first key waits for its second. Milliseconds. */
const patienceMs = 1_500;

/** Where letters are text or already mean something. */
const elsewhere = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], dialog';

function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(elsewhere)) return false;
  return document.querySelector('[aria-modal="true"], dialog[open]') === null;
}

/** Hears the keys that what is shown has bound. */
export function useKeyListener(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let pending = '';
    let since = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || !isMeant(event)) return;
      const bindings = boundKeys();
      const isFresh = event.timeStamp - since < patienceMs;
      const reading = readKey(isFresh ? pending : '', event.key, Object.keys(bindings));
      ({ pending } = reading);
      since = event.timeStamp;
      if (reading.hit === null) return;
      event.preventDefault();
      bindings[reading.hit]?.();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [on]);
}
