import { useEffect, useRef, type RefObject } from 'react';

/** A button that rests while something is being sent loses the focus; afterwards it gets it back, if nobody else has it. */
export function useKeptFocus(pending: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const rested = useRef(false);
  useEffect(() => {
    if (rested.current && !pending && document.activeElement === document.body) button.current?.focus();
    rested.current = pending;
  }, [pending]);
  return button;
}
