import type { ApiDeps } from '../api-deps.ts';
import type { Operation } from '../http/operation.ts';
import { endSession, extendSession, getConnection, getSession } from './manage-session.ts';
import { officeServerServices } from './office-server-services.ts';
import { getServer, listServers } from './read-servers.ts';
import { requestSession } from './request-session.ts';

/** Everything under /v1/office-servers that has to do with sessions. */
export function officeServerOperations(deps: ApiDeps): Operation[] {
  const services = officeServerServices(deps);
  return [listServers, getServer, requestSession, getSession, extendSession, endSession, getConnection].map((declare) =>
    declare(services),
  );
}
