import { z } from 'zod';

/** An instant, ISO 8601 with Z or an offset. Answers always use UTC. */
export const timeSchema = z.iso.datetime({ offset: true });
