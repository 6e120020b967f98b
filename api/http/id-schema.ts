import { z } from 'zod';

/** Ids of ours: opaque to clients, short, nothing that could mean something elsewhere. */
export const idSchema = z
  .string()
  .max(100)
  .regex(/^[\w.:-]+$/, 'petugas-a');
