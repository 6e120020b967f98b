import { useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { recordsOf } from './imports/csv-text.ts';

export type Desk = Schemas['Desk'];
export type Office = Schemas['Office'];
export type InformationSystem = Schemas['System'];
export type Account = Schemas['Account'];

/** An office's server as it is set up. Its version is known only once it is changed. */
export interface Server {
  id: string;
  officeId: string;
  name: string;
  sessionLimit: number;
  address: string;
  active: boolean;
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

function serverOf(cells: Record<string, string>): Server {
  const { id = '', officeId = '', name = '', sessionLimit = '1', address = '', active = 'true' } = cells;
  return { id, officeId, name, sessionLimit: Number(sessionLimit), address, active: active === 'true' };
}

/** From the table that administrators can take out: the list for staff has neither addresses nor what is not in use. */
export function useServers() {
  return useQuery({
    queryKey: [...keys.setup, 'servers'],
    queryFn: async () => {
      const params = { path: { kind: 'office-servers' as const } };
      return recordsOf(await answer(api.GET('/v1/exports/{kind}', { params, parseAs: 'text' }))).map(serverOf);
    },
  });
}

/** Each version has its entry in the audit; what has none is as it was first made. */
export function useServerVersion(id: string | null) {
  return useQuery({
    queryKey: [...keys.setup, 'servers', 'version', id],
    enabled: id !== null,
    queryFn: async () => {
      const query = { kind: 'officeServer' as const, subjectId: id ?? '', order: 'desc' as const, limit: 1 };
      return (await answer(api.GET('/v1/audit', { params: { query } }))).items[0]?.version ?? 1;
    },
  });
}
