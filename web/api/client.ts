import createClient from 'openapi-fetch';
import { spokenLanguage } from '../text/language.ts';
import { fetchOrEarly } from './early-answers.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { sessionNow } from './session-end.ts';
import type { components, paths } from './schema.d.ts';

export type Schemas = components['schemas'];
export type Complaint = Schemas['Complaint'];
export type User = Schemas['User'];

/** The API with its types. Calls are made through `answer`, which turns every failure into an ApiProblem. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: fetchOrEarly });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', spokenLanguage());
    return request;
  },
});

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * What the server answered.
 * @throws ApiProblem the refusal in the reader's language, or `offline` when nothing came back
 */
export async function answer<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const session = sessionNow();
  let outcome: Outcome<Data>;
  try {
    outcome = await call;
  } catch (cause) {
    throw new ApiProblem({ status: 0, code: 'offline' }, { cause });
  }
  if (!outcome.response.ok) throw problemOf(outcome.response, outcome.error, session);
  return outcome.data as Data;
}
