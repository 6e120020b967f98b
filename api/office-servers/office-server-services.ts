import type { ApiDeps } from '../api-deps.ts';
import { createDirectory, type Directory } from '../complaints/complaint-directory.ts';

/** What the operations on office servers share. */
export interface OfficeServerServices extends Pick<ApiDeps, 'store' | 'engine' | 'clock'> {
  directory: Directory;
}

export function officeServerServices({ store, engine, clock }: ApiDeps): OfficeServerServices {
  return { store, engine, clock, directory: createDirectory(store) };
}
