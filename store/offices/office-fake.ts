import { fakeCatalog } from '../kernel/catalog-fake.ts';
import type { Office, OfficeRepository } from './office-repository.ts';

export function fakeOffices(): OfficeRepository {
  return fakeCatalog<Office, 'officeId'>('officeId');
}
