import { z } from 'zod';
import type { Desk } from '../../store/desks/desk-repository.ts';
import { businessHoursChangeSchema, businessHoursSchema } from './business-hours-schema.ts';
import { durationSchema } from './duration-schema.ts';

const fields = {
  acknowledgeWithin: durationSchema,
  resolveTier1Within: durationSchema,
  resolveTier2Within: durationSchema,
  reopenWindow: durationSchema,
  capacityPerAgent: z.int().min(1).max(10_000).meta({ description: 'Open cases that an agent may have at once.' }),
};

const settingsSchema = z.strictObject({ ...fields, businessHours: businessHoursSchema }).meta({ id: 'DeskSettings' });

/** What is left out stays as it is, also inside `businessHours`. */
export const settingsChangeSchema = z
  .strictObject({ ...fields, businessHours: businessHoursChangeSchema })
  .partial()
  .meta({
    id: 'DeskSettingsChange',
    description: 'What is left out stays as it is, also inside businessHours.',
    example: {
      acknowledgeWithin: 'PT30M',
      capacityPerAgent: 5,
      businessHours: { enabled: true, timezone: 'Asia/Jakarta' },
    },
  });

export type SettingsChange = z.output<typeof settingsChangeSchema>;

export const deskSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    settings: settingsSchema,
    version: z.int().meta({ description: 'Rises with each change of the settings; the ETag.' }),
  })
  .meta({ id: 'Desk' });

export function presentDesk({ deskId, name, settings, version }: Desk): z.input<typeof deskSchema> {
  const { acknowledgeWithin, resolveTier1Within, resolveTier2Within, reopenWindow, capacityPerAgent } = settings;
  const { enabled, timezone, weekly, holidays, exceptions, useNationalHolidays, useJointLeave } =
    settings.businessHours;
  // Left out where the desk has never said anything about it, so that what was read can be sent back as it is.
  const more = Object.fromEntries(
    Object.entries({ exceptions, useNationalHolidays, useJointLeave }).filter(([, value]) => value !== undefined),
  );
  return {
    id: deskId,
    name,
    version,
    settings: {
      acknowledgeWithin,
      resolveTier1Within,
      resolveTier2Within,
      reopenWindow,
      capacityPerAgent,
      businessHours: { enabled, timezone, weekly, holidays, ...more },
    },
  };
}
