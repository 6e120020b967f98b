import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Scripts, styles and connections from this origin alone, nothing inline, no frames around us. */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export function secureHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // Whoever ends TLS in front of us decides on HSTS: said over plain http it means nothing.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** The same policy for a page that makes style elements of its own and shows them this nonce. */
export function contentSecurity(styleNonce: string): string {
  const ofPage = { ...directives, styleSrc: ["'self'", `'nonce-${styleNonce}'`], imgSrc: ["'self'", 'data:', 'blob:'] };
  return Object.entries(ofPage)
    .map(([name, sources]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`)
    .join(';');
}
