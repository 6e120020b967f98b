import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Bytes after decompression. */
const bodyLimit = 1_000_000;

const otherCharset = /charset\s*=\s*(?!"?utf-?8\b)/i;

function hasBody(request: IncomingMessage): boolean {
  return 'transfer-encoding' in request.headers || Number(request.headers['content-length'] ?? 0) > 0;
}

/** Only JSON in UTF-8. A body of another type is refused rather than ignored, unless there is none. */
export function readJsonBody(): RequestHandler[] {
  const onlyJson: RequestHandler = (request, _response, next) => {
    const { 'content-type': type = '' } = request.headers;
    if (!hasBody(request) || (request.is('application/json') && !otherCharset.test(type))) next();
    else next(new Problem('unsupported_media_type', { headers: { Accept: 'application/json' } }));
  };
  const parse = express.json({
    limit: bodyLimit,
    strict: false,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes)) throw new Problem('malformed_json');
    },
  });
  return [onlyJson, parse];
}
