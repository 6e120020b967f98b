import type { Connection, Model } from 'mongoose';
import {
  weekdays,
  type BusinessHours,
  type CalendarException,
  type Period,
} from '../../workflows/calendar/business-hours.ts';
import { partSchema, storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Desk, DeskSettings } from './desk-repository.ts';

/** A desk with the settings that it was made with. */
export type DeskDocument = Stored<Desk, 'deskId'>;

/** Settings that came later. `_id` is deskId/version: of two writers of one version, the unique index takes one. */
export interface DeskSettingsDocument {
  _id: string;
  deskId: string;
  version: number;
  settings: DeskSettings;
  /** Absent: as it was before. */
  name?: string;
}

function settingsSchema() {
  const period = partSchema<Period>({ from: String, to: String });
  // A day that is missing stays missing instead of becoming an empty list.
  const days = weekdays.map((day) => [day, { type: [period], default: undefined }] as const);
  const weekly = partSchema<BusinessHours['weekly']>(Object.fromEntries(days));
  const exception = partSchema<CalendarException>({ date: String, periods: [period], name: String });
  const hours = partSchema<BusinessHours>({
    enabled: Boolean,
    timezone: String,
    weekly,
    holidays: [String],
    // Settings of earlier versions lack these, and stay without them.
    exceptions: { type: [exception], default: undefined },
    useNationalHolidays: Boolean,
    useJointLeave: Boolean,
  });
  return partSchema<DeskSettings>({
    acknowledgeWithin: String,
    resolveTier1Within: String,
    resolveTier2Within: String,
    reopenWindow: String,
    capacityPerAgent: Number,
    businessHours: hours,
  });
}

export function deskModel(connection: Connection): Model<DeskDocument> {
  const schema = storeSchema<DeskDocument>({ _id: String, name: String, settings: settingsSchema(), version: Number });
  return connection.model<DeskDocument>('Desk', schema, 'desks');
}

export function deskSettingsModel(connection: Connection): Model<DeskSettingsDocument> {
  const schema = storeSchema<DeskSettingsDocument>({
    _id: String,
    deskId: String,
    version: Number,
    settings: settingsSchema(),
    name: String,
  });
  schema.index({ deskId: 1, version: -1 });
  return connection.model<DeskSettingsDocument>('DeskSettings', schema, 'deskSettings');
}
