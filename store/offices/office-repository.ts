import type { Catalog, Revised } from '../kernel/catalog.ts';

export interface Office extends Revised {
  officeId: string;
  name: string;
}

export type OfficeRepository = Catalog<Office>;
