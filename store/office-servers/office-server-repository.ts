import type { Catalog, Revised } from '../kernel/catalog.ts';

/** A local server in an office, with room for a limited number of remote sessions at once. */
export interface OfficeServer extends Revised {
  serverId: string;
  officeId: string;
  name: string;
  sessionLimit: number;
}

export type OfficeServerRepository = Catalog<OfficeServer>;
