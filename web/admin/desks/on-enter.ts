import type { KeyboardEvent } from 'react';

/** In a field of its own within a form: Enter does what belongs to the field, and does not send the form. */
export function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    act();
  };
}
