import { useRef, useState } from 'react';

/** How often one looks whether a dialog has let go of the focus, and for how long. Milliseconds. */
const everyMs = 100;
const atMostMs = 2_000;

const pageHeading = () => document.querySelector<HTMLElement>('main h1');

/** To what opened a dialog, or where that is gone to `otherwise`; not when somebody has gone elsewhere meanwhile. */
function giveBack(opener: Element | null, otherwise: () => HTMLElement | null, left = atMostMs): void {
  const { activeElement } = document;
  if (activeElement?.closest('[role="dialog"]') && left > 0) {
    setTimeout(() => giveBack(opener, otherwise, left - everyMs), everyMs);
  } else if (activeElement === document.body) {
    const to = opener?.isConnected ? opener : otherwise();
    if (to instanceof HTMLElement) to.focus();
  }
}

/**
 * A dialog that begins anew each time that it is opened (`times` as its key), and gives the focus back when it is
 * closed.
 */
export function useOpening(otherwise: () => HTMLElement | null = pageHeading) {
  const [state, setState] = useState({ opened: false, times: 0 });
  const opener = useRef<Element>(null);
  return {
    ...state,
    open: () => {
      opener.current = document.activeElement;
      setState(({ times }) => ({ opened: true, times: times + 1 }));
    },
    close: () => {
      setState(({ times }) => ({ opened: false, times }));
      setTimeout(() => giveBack(opener.current, otherwise), everyMs);
    },
  };
}
