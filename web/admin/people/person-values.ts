import type { Account } from '../setup-queries.ts';

export const roles = ['submitter', 'agent', 'supervisor', 'admin'] as const;
export const tiers = ['tier-1', 'tier-2'] as const;

/** What one types about somebody; what does not apply is empty. */
export interface PersonValues {
  id: string;
  name: string;
  role: Account['role'];
  officeId: string;
  deskId: string;
  tier: '' | NonNullable<Account['tier']>;
  email: string;
}

export function valuesOf(person: Account | null): PersonValues {
  if (person === null) return { id: '', name: '', role: 'submitter', officeId: '', deskId: '', tier: '', email: '' };
  const { id, name, role, officeId, deskId, tier, email } = person;
  return { id, name, role, officeId: officeId ?? '', deskId: deskId ?? '', tier: tier ?? '', email: email ?? '' };
}

/** Which of the places somebody of this role has. */
export function placesOfRole(role: Account['role']) {
  const isAgent = role === 'agent';
  return { officeId: role === 'submitter', deskId: isAgent || role === 'supervisor', tier: isAgent };
}

/** As the server is told: a place that the role has no use for is nowhere, and so is an empty one. */
export function profileOf({ name, role, officeId, deskId, tier, email }: PersonValues) {
  const has = placesOfRole(role);
  return {
    ...{ name, role, email: email.trim() || null },
    officeId: (has.officeId && officeId) || null,
    deskId: (has.deskId && deskId) || null,
    tier: (has.tier && tier) || null,
  };
}
