import { z } from 'zod';
import { tiers } from '../../workflows/kernel/tier.ts';
import { idSchema } from '../http/id-schema.ts';
import { groupings } from './fact-tally.ts';
import { deadlineNames, type DurationKind } from './figure-facts.ts';
import { overviewCounts } from './figure-folds.ts';
import { isDateOrInstant, longestPeriodDays } from './figure-period.ts';

const time = z
  .string()
  .max(40)
  .refine(isDateOrInstant, { params: { fault: 'not_a_time' } });

const period = {
  from: time.optional().meta({
    description: "Inclusive: a day, which begins at midnight of the desk's time zone, or an instant. Else 30 days.",
    example: '2026-11-01',
  }),
  to: time.optional().meta({
    description: `Exclusive; else now. At most ${longestPeriodDays} days after \`from\`.`,
    example: '2026-12-01',
  }),
};

const filters = {
  officeId: idSchema.optional(),
  systemId: idSchema.optional(),
  agentId: idSchema.optional().meta({ description: 'Only what happened while this agent had the case.' }),
  tier: z.enum(tiers).optional(),
};

export const figuresQuerySchema = z.strictObject({
  ...period,
  ...filters,
  groupBy: z.enum(groupings).default('office').meta({ description: 'What `groups` tells apart.' }),
});

export type FiguresQuery = z.output<typeof figuresQuerySchema>;

export const fairnessQuerySchema = z.strictObject({ ...period, agentId: idSchema.optional(), tier: filters.tier });

const count = z.int().min(0);
const percent = z.number().min(0).max(100).nullable();
const seconds = z.number().min(0).nullable();

const shapeOf = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;

const durationSchema = z
  .strictObject({ count, averageSeconds: seconds, medianSeconds: seconds, p90Seconds: seconds })
  .meta({ id: 'DurationFigures' });

const durations: DurationKind[] = ['toAssigned', 'toAcknowledged', 'handling', 'toResolved'];

const countsShape = shapeOf(overviewCounts, count);

const overviewShape = {
  ...countsShape,
  openNow: count,
  overdueNow: count,
  ...shapeOf(durations, durationSchema),
  ratings: z.strictObject({ count, average: z.number().min(1).max(5).nullable() }),
};

const deadlinesShape = shapeOf(deadlineNames, z.strictObject({ met: count, missed: count, metPercent: percent }));

const duplicatesShape = {
  attached: count,
  attachedAutomatically: count,
  attachedKnowingly: count,
  turnsNotTaken: count,
  merges: count,
  sessionsRequested: count,
  sessionsThatWaited: count,
};

const periodSchema = z
  .strictObject({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    timezone: z.string().meta({ example: 'Asia/Jakarta' }),
  })
  .meta({ id: 'ReportPeriod' });

/** A group's id and name are null for what belongs to nobody: then no agent had the case. */
const groupOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ id: z.string().nullable(), name: z.string().nullable(), ...shape }));

const groupedShape = <Shape extends z.ZodRawShape>(shape: Shape) => ({
  period: periodSchema,
  groupBy: z.enum(groupings),
  total: z.strictObject(shape),
  groups: groupOf(shape),
});

export const overviewSchema = z
  .strictObject({
    ...groupedShape(overviewShape),
    days: z.array(z.strictObject({ day: z.iso.date(), ...countsShape })),
  })
  .meta({ id: 'OverviewReport' });

export const deadlineReportSchema = z.strictObject(groupedShape(deadlinesShape)).meta({ id: 'DeadlineReport' });

export const duplicatesSchema = z
  .strictObject({
    ...groupedShape(duplicatesShape),
    topCases: z.array(
      z.strictObject({ complaintId: z.string(), number: z.string().nullable(), attached: count, reportCount: count }),
    ),
  })
  .meta({ id: 'DuplicatesReport' });

export const fairnessSchema = z
  .strictObject({
    period: periodSchema,
    tiers: z.array(
      z.strictObject({
        tier: z.enum(tiers),
        turns: count,
        people: count,
        idealTurns: z.number().min(0).nullable(),
        spread: count,
        jainIndex: z.number().min(0).max(1).nullable(),
        agents: z.array(
          z.strictObject({
            agentId: z.string(),
            name: z.string(),
            onRoster: z.boolean(),
            turns: count,
            difference: z.number(),
            sharePercent: percent,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'FairnessReport' });
