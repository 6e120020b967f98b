import { useRef, useState } from 'react';

/** Until a dialog has let go of the focus. Milliseconds. */
const closingMs = 250;

/**
 * A dialog that begins anew each time that it is opened (`times` as its key), and gives the focus back when it is
 * closed: to what opened it, or when that is gone to `otherwise`.
 */
export function useOpening(otherwise?: () => HTMLElement | null) {
  const [state, setState] = useState({ opened: false, times: 0 });
  const opener = useRef<Element>(null);
  const giveBack = () => {
    if (document.activeElement !== document.body) return;
    const to = opener.current?.isConnected ? opener.current : otherwise?.();
    if (to instanceof HTMLElement) to.focus();
  };
  return {
    ...state,
    open: () => {
      opener.current = document.activeElement;
      setState(({ times }) => ({ opened: true, times: times + 1 }));
    },
    close: () => {
      setState(({ times }) => ({ opened: false, times }));
      setTimeout(giveBack, closingMs);
    },
  };
}
