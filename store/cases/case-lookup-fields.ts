import { hasEnded, type CaseView } from '../../workflows/complaint/complaint-types.ts';

/**
 * What a recorded case carries beside its view so that lists are found by plain equality on an indexed field: the
 * fallback store serves nothing else from an index.
 */
export interface CaseLookupFields {
  /** The UTC day of `createdAt`, YYYY-MM-DD. */
  receivedOn: string;
  /** The agent as long as the case has not ended, so that an agent's open cases are few among many. */
  openAgentId: string | null;
  /** The office as long as the case has not ended, so that an office's open cases are few among many. */
  openOfficeId: string | null;
  /** Number and title, folded, for `q`. */
  searchText: string;
}

export function caseLookupFields(view: CaseView): CaseLookupFields {
  const ended = hasEnded(view);
  return {
    receivedOn: view.createdAt.slice(0, 10),
    openAgentId: ended ? null : view.agentId,
    openOfficeId: ended ? null : view.officeId,
    searchText: folded(`${view.number} ${view.title}`),
  };
}

/** The words of a search, all of which have to occur. */
export function searchWords(q: string): string[] {
  return [...new Set(folded(q).split(/\s+/))].filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
