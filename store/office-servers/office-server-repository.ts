import type { Catalog, Revised } from '../kernel/catalog.ts';

/** A local server in an office, with room for a limited number of remote sessions at once. */
export interface OfficeServer extends Revised {
  serverId: string;
  officeId: string;
  name: string;
  sessionLimit: number;
  /** Where a remote desktop connects to: a host name or address, with `:port` if it is not 3389. Most offices give none. */
  address?: string;
}

export type OfficeServerRepository = Catalog<OfficeServer>;
