import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api, type User } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { tick } from '../shared/now-clock.ts';
import { sayTimesOf } from '../shared/time-words.ts';

/** Times are said as at the desk of whoever reads, or, for who has none, at the first one. */
export function useDeskTimeZone({ deskId, mustChangePassword, mustEnrolSecondFactor }: User): void {
  const { data: desks } = useQuery({
    queryKey: [...keys.setup, 'desks', 'timeZones'],
    queryFn: async () => (await answer(api.GET('/v1/desks'))).items,
    enabled: !mustChangePassword && !mustEnrolSecondFactor,
    staleTime: Infinity,
  });
  const desk = desks?.find(({ id }) => id === deskId) ?? desks?.[0];
  const zone = desk?.settings.businessHours.timezone;
  useEffect(() => {
    if (!zone) return;
    sayTimesOf(zone);
    tick();
  }, [zone]);
}
