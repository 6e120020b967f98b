import type { Expiring } from '../kernel/expiring.ts';

/** Somebody of the staff who has a case open. Since when is nobody's business, and is not kept. */
export interface Presence {
  caseId: string;
  userId: string;
  /** When they were last seen there, ISO 8601 UTC. */
  seenAt: string;
}

export interface PresenceRepository extends Expiring {
  /** They were there at `seenAt`; saying it again replaces what was said before. */
  see(presence: Presence): Promise<void>;
  /** Everyone who was seen there and is not removed yet, by id. */
  ofCase(caseId: string): Promise<Presence[]>;
  /** Where somebody was seen, for as long as it is kept. */
  ofUser(userId: string): Promise<Presence[]>;
}

/** What a presence is removed by. */
export const presenceIdOf = ({ caseId, userId }: Pick<Presence, 'caseId' | 'userId'>): string => `${caseId}/${userId}`;
