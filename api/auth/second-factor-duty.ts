import type { Store } from '../../store/store.ts';
import type { Role, User } from '../../store/users/user-repository.ts';
import type { AppSettings } from '../api-deps.ts';

type DutySettings = Pick<AppSettings, 'SECOND_FACTOR_ROLES'>;

/** Whether people of this role must have a second factor here. */
export function isSecondFactorDemanded({ SECOND_FACTOR_ROLES = [] }: DutySettings, role: Role): boolean {
  return SECOND_FACTOR_ROLES.includes(role);
}

/** Whether the user must set one up before anything else. The store is asked only about roles of which one is demanded. */
export async function owesSecondFactor(
  { store, settings }: { store: Pick<Store, 'secondFactors'>; settings: DutySettings },
  { role, userId }: Pick<User, 'role' | 'userId'>,
): Promise<boolean> {
  return isSecondFactorDemanded(settings, role) && (await store.secondFactors.find(userId)) === null;
}
