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

const yearSeconds = 31_536_000;

export function secureHeaders(): RequestHandler {
  const withHsts = (strictTransportSecurity: false | { maxAge: number; includeSubDomains: false }): RequestHandler =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity,
      referrerPolicy: { policy: 'same-origin' },
    });
  const plain = withHsts(false);
  const secure = withHsts({ maxAge: yearSeconds, includeSubDomains: false });
  // Said over plain http it would mean nothing.
  return (request, response, next) => (request.secure ? secure : plain)(request, response, next);
}

/** The same policy for a page that makes style elements of its own and shows them this nonce. */
export function contentSecurity(styleNonce: string): string {
  const ofPage = { ...directives, styleSrc: ["'self'", `'nonce-${styleNonce}'`], imgSrc: ["'self'", 'data:', 'blob:'] };
  return Object.entries(ofPage)
    .map(([name, sources]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`)
    .join(';');
}
