import { fakeCatalog } from '../kernel/catalog-fake.ts';
import type { OfficeServer, OfficeServerRepository } from './office-server-repository.ts';

export function fakeOfficeServers(): OfficeServerRepository {
  return fakeCatalog<OfficeServer, 'serverId'>('serverId');
}
