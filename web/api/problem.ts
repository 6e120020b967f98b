import { saySessionEnded } from './session-end.ts';

/** One fault of what was sent: where, and why in words. */
interface FieldFault {
  pointer: string;
  code: string;
  detail: string;
}

interface ProblemFacts {
  status: number;
  /** Stable, for decisions; `offline` when nothing came back, `unreadable` when no problem did. */
  code: string;
  title?: string;
  detail?: string;
  errors?: FieldFault[];
  /** Seconds until it makes sense to try again. */
  retryAfter?: number;
  /** What the case has become meanwhile, when that is why an action was refused. */
  caseStatus?: string;
}

/** A call that did not succeed. Its sentences are the server's, in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly facts: ProblemFacts;

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(facts.code, options);
    this.facts = facts;
  }

  get code(): string {
    return this.facts.code;
  }

  /** The sentence for one field, by its name. */
  faultOf(field: string): string | undefined {
    return this.facts.errors?.find(({ pointer }) => pointer === `#/${field}`)?.detail;
  }
}

/**
 * Of an answer that is none. That nobody is signed in any more, the page is told.
 *
 * @param session the one that the call began in (`sessionNow`)
 */
export function problemOf(response: Response, body: unknown, session: number): ApiProblem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<ProblemFacts>) : {};
  if (response.status === 401 && said.code === 'unauthenticated') saySessionEnded(session);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiProblem({
    ...said,
    status: response.status,
    code: said.code ?? 'unreadable',
    ...(retryAfter > 0 ? { retryAfter } : {}),
  });
}

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}
