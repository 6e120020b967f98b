import type { z } from 'zod';
import { Problem } from './problem.ts';

/** A place in a list, made opaque: clients hand it back and never look inside. */
export function encodeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws Problem invalid_cursor for anything that `encodeCursor` could not have made of such a place */
export function decodeCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new Problem('invalid_cursor', { cause });
  }
}
