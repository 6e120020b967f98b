import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { queryOf, type CaseFilters } from './case-filters.ts';

/** The desk's cases, newest first, a page at a time. */
export function useCases(filters: CaseFilters) {
  return useInfiniteQuery({
    queryKey: [...keys.complaints, 'all', filters],
    queryFn: ({ pageParam }) => {
      const query = { ...queryOf(filters), limit: 25, ...(pageParam ? { cursor: pageParam } : {}) };
      return answer(api.GET('/v1/complaints', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
