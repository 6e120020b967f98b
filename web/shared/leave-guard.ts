import type { AroundNavHandler } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

interface Guard {
  /** Asks whether one wants to leave, and leaves if so. */
  ask: (leave: () => void) => void;
  /** The address that one would leave. */
  here: string;
}

/** Null while nothing would be lost. */
let guard: Guard | null = null;

/** From now on whoever wants to leave the page is asked, until what is answered here is called. */
export function guardLeaving(ask: Guard['ask']): () => void {
  const own = { ask, here: location.href };
  guard = own;
  return () => {
    if (guard === own) guard = null;
  };
}

/** Goes somewhere although something typed is lost. */
export function leaveUnasked(leave: () => void): void {
  guard = null;
  leave();
}

/** What the router calls for each link and each step within the application. */
export const askBeforeLeaving: AroundNavHandler = (go, to, options) => {
  const leave = () => go(to, options);
  if (guard) guard.ask(leave);
  else leave();
};

// Of listeners on the window the first comes first, so this one must be there before the router's.
addEventListener('popstate', (event) => {
  if (!guard) return;
  // The browser has gone back already: the page stays, and so must its address.
  event.stopImmediatePropagation();
  const { ask, here } = guard;
  const there = location.pathname + location.search;
  history.pushState(null, '', here);
  ask(() => navigate(there));
});

addEventListener('beforeunload', (event) => {
  if (guard) event.preventDefault();
});
