import { z } from 'zod';
import { idSchema } from '../http/id-schema.ts';
import { timeSchema } from '../http/time-schema.ts';
import { tierSchema } from '../rotations/rotation-schemas.ts';

const availability = z.enum(['available', 'away', 'leave']);

export const agentParams = z.strictObject({ id: idSchema });

export const agentSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    deskId: z.string(),
    tier: tierSchema,
    onRoster: z.boolean().meta({ description: 'Whether the agent takes turns at all.' }),
    availability,
    until: timeSchema.nullable().meta({ description: 'When the absence ends by itself; null: it does not.' }),
    openCases: z.int(),
    capacity: z.int().meta({ description: "Open cases at once: the agent's own number, or else the desk's." }),
    ownCapacity: z.int().nullable().meta({ description: 'null: the agent follows the desk.' }),
    turns: z.int().meta({ description: 'Turns ever dealt to this agent.' }),
  })
  .meta({ id: 'Agent' });

export const agentAnswerSchema = z.strictObject({ agent: agentSchema });

export const agentsSchema = z
  .strictObject({ items: z.array(agentSchema), nextCursor: z.null() })
  .meta({ id: 'Agents' });

export const availabilitySchema = z
  .strictObject({
    availability,
    until: timeSchema.nullable().optional().meta({ description: 'When it ends by itself, in the future.' }),
    handover: z.boolean().optional().meta({ description: 'On leave: each open case gets another turn.' }),
  })
  .superRefine(({ availability: wanted, until, handover }, context) => {
    if (wanted === 'available' && until) {
      context.addIssue({ code: 'custom', message: 'until', path: ['until'], params: { fault: 'only_when_absent' } });
    }
    if (wanted !== 'leave' && handover === true) {
      context.addIssue({ code: 'custom', message: 'leave', path: ['handover'], params: { fault: 'only_on_leave' } });
    }
  })
  .meta({
    id: 'AvailabilityChange',
    example: { availability: 'leave', until: '2026-12-28T00:30:00Z', handover: true },
  });

export const capacitySchema = z
  .strictObject({
    capacity: z.int().min(0).max(10_000).nullable().meta({ description: 'null: as the desk says.' }),
  })
  .meta({ id: 'CapacityChange', example: { capacity: 5 } });
