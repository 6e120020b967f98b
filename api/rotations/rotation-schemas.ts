import { z } from 'zod';
import { tiers } from '../../workflows/kernel/tier.ts';
import { timeSchema } from '../http/time-schema.ts';

export const tierSchema = z.enum(tiers);

const rosterAgentSchema = z
  .strictObject({
    agentId: z.string(),
    name: z.string(),
    availability: z.enum(['available', 'away', 'leave']),
    until: timeSchema.nullable().meta({ description: 'When the absence ends by itself; null: it does not.' }),
    openCases: z.int(),
    capacity: z.int().meta({ description: "The agent's own, or else the desk's." }),
    turns: z.int().meta({ description: 'Turns ever dealt to this agent.' }),
  })
  .meta({ id: 'RosterAgent' });

export const rotationSchema = z
  .strictObject({
    seq: z.int().meta({ description: 'Number of the last turn; turns run 1, 2, 3 … without a gap.' }),
    nextAgentId: z.string().nullable().meta({ description: 'Whose turn is next; null while nobody can take one.' }),
    roster: z.array(rosterAgentSchema),
    rosterVersion: z.int().meta({ description: 'Rises with each change of the roster; the ETag.' }),
    waiting: z.array(z.strictObject({ complaintId: z.string(), since: timeSchema })),
  })
  .meta({ id: 'Rotation' });

export const turnsSchema = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          seq: z.int(),
          complaintId: z.string(),
          attempt: z.int(),
          agentId: z.string(),
          at: timeSchema,
        })
        .meta({ id: 'Turn' }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Turns' });
