import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useAgents } from '../availability/agents-query.ts';

interface Named {
  id: string;
  name: string;
}

const pageOf = (cursor: string | undefined) => ({ params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } });
const rarelyNew = { staleTime: 300_000 };

/** What one can narrow a list of cases to, by name. */
export function useFilterChoices(): { agents: Named[]; offices: Named[]; systems: Named[] } {
  const { data: agents = [] } = useAgents();
  const { data: offices = [] } = useQuery({
    ...rarelyNew,
    queryKey: [...keys.setup, 'offices', 'names'],
    queryFn: () => allPages((cursor) => answer(api.GET('/v1/offices', pageOf(cursor)))),
  });
  const { data: systems = [] } = useQuery({
    ...rarelyNew,
    queryKey: [...keys.setup, 'systems', 'names'],
    queryFn: () => allPages((cursor) => answer(api.GET('/v1/systems', pageOf(cursor)))),
  });
  return { agents, offices, systems };
}
