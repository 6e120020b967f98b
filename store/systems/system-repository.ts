import type { Catalog, Revised } from '../kernel/catalog.ts';

/** An information system that people complain about; it belongs to the desk that serves it. */
export interface InformationSystem extends Revised {
  systemId: string;
  name: string;
  deskId: string;
}

export type SystemRepository = Catalog<InformationSystem>;
