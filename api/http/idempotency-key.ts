import { z } from 'zod';

/** A client's own id for one request: sent again with it, the first answer comes again. 1–255 visible ASCII. */
export const idempotencyKeyHeader = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/, 'a2f1-01')
  .meta({
    description: 'A key of your own; the same key with the same body gets the same answer.',
    example: 'a2f1-01',
  });
