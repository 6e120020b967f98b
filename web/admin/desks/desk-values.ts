import type { Schemas } from '../../api/client.ts';
import type { Desk } from '../setup-queries.ts';

type Settings = Schemas['DeskSettings'];
type Hours = Settings['businessHours'];
export type Period = Schemas['Period'];
export type CalendarException = Schemas['CalendarException'];
export type WeeklyPlan = Hours['weekly'];

/** A desk's settings side by side, each of which can be changed without the others. */
export interface DeskValues extends Pick<
  Settings,
  'acknowledgeWithin' | 'resolveTier1Within' | 'resolveTier2Within' | 'reopenWindow' | 'capacityPerAgent'
> {
  id: string;
  name: string;
  enabled: boolean;
  timezone: string;
  weekly: WeeklyPlan;
  holidays: string[];
  exceptions: CalendarException[];
  useNationalHolidays: boolean;
  useJointLeave: boolean;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const officeHours: Period[] = [{ from: '07:30', to: '16:00' }];

/** With what a new desk begins. */
const usual: DeskValues = {
  id: '',
  name: '',
  acknowledgeWithin: 'PT1H',
  resolveTier1Within: 'PT8H',
  resolveTier2Within: 'PT24H',
  reopenWindow: 'P5D',
  capacityPerAgent: 5,
  enabled: true,
  timezone: 'Asia/Jakarta',
  weekly: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, officeHours])),
  holidays: [],
  exceptions: [],
  useNationalHolidays: true,
  useJointLeave: true,
};

export function valuesOf(desk: Desk | null): DeskValues {
  if (desk === null) return usual;
  const { businessHours, ...settings } = desk.settings;
  const { exceptions = [], useNationalHolidays = false, useJointLeave = false, ...hours } = businessHours;
  const { id, name } = desk;
  return { id, name, ...settings, ...hours, exceptions, useNationalHolidays, useJointLeave };
}

const ofHours = ['enabled', 'timezone', 'weekly', 'holidays', 'exceptions', 'useNationalHolidays', 'useJointLeave'];

/** What was changed, as the server takes it. */
export function deskChangeOf({ id: _id, name, ...changes }: Partial<DeskValues>): Schemas['DeskChange'] {
  const entries = Object.entries(changes);
  const hours = entries.filter(([field]) => ofHours.includes(field));
  const settings = entries.filter(([field]) => !ofHours.includes(field));
  const businessHours = hours.length > 0 ? { businessHours: Object.fromEntries(hours) } : {};
  return {
    ...(name === undefined ? {} : { name }),
    ...(entries.length > 0 ? { settings: { ...Object.fromEntries(settings), ...businessHours } } : {}),
  };
}
