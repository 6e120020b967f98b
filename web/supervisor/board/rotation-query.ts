import { useQuery } from '@tanstack/react-query';
import { rotationEveryMs } from '../../agent/availability/agents-query.ts';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';

export type Rotation = Schemas['Rotation'];
export type RosterAgent = Schemas['RosterAgent'];
export const tiers = ['tier-1', 'tier-2'] as const;
export type Tier = (typeof tiers)[number];

export function rotationQuery(deskId: string, tier: Tier) {
  return {
    queryKey: [...keys.desk, deskId, tier],
    queryFn: () => answer(api.GET('/v1/desks/{id}/rotations/{tier}', { params: { path: { id: deskId, tier } } })),
  };
}

/** Whose turn it is, who takes part and how much each has, who waits. */
export function useRotation(deskId: string, tier: Tier) {
  return useQuery({ ...rotationQuery(deskId, tier), refetchInterval: rotationEveryMs });
}
