import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Bytes after decompression. */
const bodyLimit = 1_000_000;

/** Only CSV in UTF-8, as one text, without the mark that spreadsheets put at its beginning. */
export function readCsvBody(): RequestHandler[] {
  const onlyCsv: RequestHandler = (request, _response, next) => {
    if (request.is('text/csv')) next();
    else next(new Problem('unsupported_media_type', { headers: { Accept: 'text/csv' } }));
  };
  const parse = express.text({
    type: 'text/csv',
    limit: bodyLimit,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes)) throw new Problem('malformed_request');
    },
  });
  return [onlyCsv, parse];
}
