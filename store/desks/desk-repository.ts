import type { BusinessHours } from '../../workflows/calendar/business-hours.ts';

/** Durations are ISO 8601, for instance PT4H, in the desk's working hours. */
export interface DeskSettings {
  acknowledgeWithin: string;
  resolveTier1Within: string;
  resolveTier2Within: string;
  reopenWindow: string;
  /** How long a submitter may take to answer a question; a working week when it is not set. */
  answerWithin?: string;
  capacityPerAgent: number;
  businessHours: BusinessHours;
}

export interface Desk {
  deskId: string;
  name: string;
  settings: DeskSettings;
  /** Changes with each write of the settings, from 1; an ETag. */
  version: number;
}

export interface DeskRepository {
  /** Inserts once; an existing desk is left as it is and false is answered. */
  insert(desk: Desk): Promise<boolean>;
  find(deskId: string): Promise<Desk | null>;
  /** In order of id. */
  list(): Promise<Desk[]>;
  /**
   * Replaces the settings as a whole. Unknown desk: null. With `expectedVersion`, an If-Match: throws StaleVersion when
   * another version is recorded, also when two writers race.
   */
  saveSettings(deskId: string, settings: DeskSettings, expectedVersion?: number): Promise<Desk | null>;
  /** Records name and settings under the desk's version, unless that one is taken or nothing is there: then false. */
  record(desk: Desk): Promise<boolean>;
}
