import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** What may heal by itself: no connection, an engine that is away, too many calls. */
function mayHeal(error: Error): boolean {
  return error instanceof ApiProblem && (error.facts.status === 0 || error.facts.status >= 500);
}

/** What has been read is shown at once and read again behind; live events say when it is out of date. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && mayHeal(error),
        // What is not there is said at once, not when the line is back.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
