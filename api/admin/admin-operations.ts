import type { ApiDeps } from '../api-deps.ts';
import type { Operation } from '../http/operation.ts';
import { accountOperations } from './account-operations.ts';
import { auditOperations } from './audit-operations.ts';
import { deskResource } from './desks-resource.ts';
import { officeServerResource } from './office-servers-resource.ts';
import { officeResource } from './offices-resource.ts';
import { setupOperations } from './setup-operations.ts';
import { systemResource } from './systems-resource.ts';
import { userResource } from './users-resource.ts';

/** What admins do: set up, look after accounts, and look back. */
export function adminOperations(deps: ApiDeps): Operation[] {
  return [
    ...setupOperations(deps, deskResource(deps)),
    ...setupOperations(deps, officeResource(deps.store)),
    ...setupOperations(deps, officeServerResource(deps)),
    ...setupOperations(deps, systemResource(deps.store)),
    ...setupOperations(deps, userResource(deps)),
    ...accountOperations(deps),
    ...auditOperations(deps),
  ];
}
