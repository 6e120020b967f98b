import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answer, api, type User } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { keys } from '../api/query-keys.ts';
import { saySignedIn } from '../api/session-end.ts';
import { mayHaveSession } from '../app/page-facts.ts';
import { forgetDrafts } from '../conversation/draft-memory.ts';

/** Since the page was loaded. */
let hasSignedIn = false;

/** Who was signed in stays on the page when the session ends: what they have typed is theirs, and they sign in again. */
async function whoIsSignedIn({ client }: { client: QueryClient }): Promise<User | null> {
  if (!mayHaveSession && !hasSignedIn) return null;
  try {
    return (await answer(api.GET('/v1/session'))).user;
  } catch (error) {
    if (isProblem(error) && error.facts.status === 401) return client.getQueryData<User>(keys.session) ?? null;
    throw error;
  }
}

/** Who is signed in: undefined while that is not known yet, null for nobody. */
export function useSession() {
  return useQuery({ queryKey: keys.session, queryFn: whoIsSignedIn, staleTime: 60_000 });
}

/** Whoever is signed in, on pages that only they reach. */
export function useUser(): User {
  const { data } = useSession();
  if (!data) throw new Error('a page for people who are signed in was shown to nobody');
  return data;
}

interface Credentials {
  username: string;
  password: string;
  totp?: string;
}

export function useSignIn() {
  const client = useQueryClient();
  return async (credentials: Credentials): Promise<User> => {
    const { user } = await answer(api.POST('/v1/session', { body: credentials }));
    hasSignedIn = true;
    saySignedIn();
    // Not `clear`: whoever looks at the session would no longer be told of it.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
    client.setQueryData(keys.session, user);
    return user;
  };
}

/** For the same person, whose page stays as it is. */
export function useSignInAgain() {
  const client = useQueryClient();
  return async (credentials: Credentials): Promise<void> => {
    const { user } = await answer(api.POST('/v1/session', { body: credentials }));
    saySignedIn();
    client.setQueryData(keys.session, user);
    await client.invalidateQueries();
  };
}

/** By a new page: nothing of what was read or typed stays behind for whoever comes next. */
export async function signOut(): Promise<void> {
  await answer(api.DELETE('/v1/session'));
  forgetDrafts();
  location.assign('/');
}
