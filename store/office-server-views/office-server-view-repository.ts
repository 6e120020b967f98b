import type { OfficeServerView } from '../../workflows/office-server/office-server-types.ts';

/** The read model of office servers' sessions. The office-server workflow decides; this records. */
export interface OfficeServerViewRepository {
  /** Writes the view unless a newer or equal version is recorded already: then nothing changes and it answers false. */
  record(view: OfficeServerView): Promise<boolean>;
  /** Null while nobody has ever asked for a session on it. */
  find(serverId: string): Promise<OfficeServerView | null>;
}
