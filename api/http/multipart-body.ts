import type { RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Anything but multipart/form-data is refused before it is read. */
export const onlyMultipart: RequestHandler = (request, _response, next) => {
  if (request.is('multipart/form-data')) next();
  else next(new Problem('unsupported_media_type', { headers: { Accept: 'multipart/form-data' } }));
};
