import { useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';

export type Desk = Schemas['Desk'];
export type Office = Schemas['Office'];
export type InformationSystem = Schemas['System'];
export type Account = Schemas['Account'];

/** An office's server as it is set up. */
export interface Server {
  id: string;
  officeId: string;
  name: string;
  sessionLimit: number;
  address: string;
  active: boolean;
  version: number;
}

const page = (cursor: string | undefined) => ({ params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } });

/** Lists that stay short enough to be read whole; what is found in them is found without asking again. */
export function useDesks() {
  return useQuery({
    queryKey: [...keys.setup, 'desks'],
    queryFn: async () => (await answer(api.GET('/v1/desks'))).items,
  });
}

export function useOffices() {
  return useQuery({
    queryKey: [...keys.setup, 'offices', 'all'],
    queryFn: () => allPages<Office>((cursor) => answer(api.GET('/v1/offices', page(cursor)))),
  });
}

export function useSystems() {
  return useQuery({
    queryKey: [...keys.setup, 'systems', 'all'],
    queryFn: () => allPages<InformationSystem>((cursor) => answer(api.GET('/v1/systems', page(cursor)))),
  });
}

export function usePeople() {
  return useQuery({
    queryKey: [...keys.setup, 'people'],
    queryFn: () => allPages<Account>((cursor) => answer(api.GET('/v1/users', page(cursor)))),
  });
}

export function useServers() {
  return useQuery({
    queryKey: [...keys.setup, 'servers'],
    queryFn: async () => {
      const read = (cursor: string | undefined) =>
        answer(api.GET('/v1/office-servers', { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } }));
      return (await allPages<Schemas['OfficeServer']>(read)).map(serverOf);
    },
  });
}

/** Without who is on it; administrators are told all that they set. */
function serverOf({ id, officeId, name, sessionLimit, address, active, version }: Schemas['OfficeServer']): Server {
  return { id, officeId, name, sessionLimit, address: address ?? '', active: active ?? true, version: version ?? 1 };
}
